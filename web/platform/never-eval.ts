// The content policy forbids code made from text; zod is told so before it tries.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
