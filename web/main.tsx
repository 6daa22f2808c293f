import './platform/never-eval.ts'
import './ui/tokens.css'
import './ui/base.css'
import './ui/print.css'
import { start } from './app/start.tsx'

const place = document.getElementById('root')
if (place) void start(place)
