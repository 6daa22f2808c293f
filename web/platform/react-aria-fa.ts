interface Speaker {
  number: (value: number) => string
  select: (options: Record<string, string>, value: unknown) => string
}

type Said = string | ((args: Record<string, never>, speaker: Speaker) => string)

/** What React Aria says to screen readers, in Persian; it brings none of its own. */
const strings: Record<string, Record<string, Said>> = {
  '@react-aria/tree': { expand: 'باز کردن', collapse: 'بستن' },
  '@react-aria/toast': {
    close: 'بستن پیام',
    notifications: (a, s) => `${s.number(a['count'] ?? 0)} پیام.`,
  },
  '@react-aria/tag': {
    removeDescription: 'برای برداشتن برچسب، Delete را بزنید.',
    removeButtonLabel: 'برداشتن',
  },
  '@react-aria/table': {
    select: 'انتخاب',
    selectAll: 'انتخاب همه',
    sortable: 'ستون مرتب‌شدنی',
    ascending: 'از کم به زیاد',
    descending: 'از زیاد به کم',
    ascendingSort: (a) => `به ترتیب ستون ${a['columnName']}، از کم به زیاد`,
    descendingSort: (a) => `به ترتیب ستون ${a['columnName']}، از زیاد به کم`,
    columnSize: (a) => `${a['value']} پیکسل`,
    resizerDescription: 'برای تغییر پهنای ستون، Enter را بزنید.',
    expand: 'باز کردن',
    collapse: 'بستن',
  },
  '@react-aria/steplist': { steplist: 'فهرست گام‌ها' },
  '@react-aria/spinbutton': { Empty: 'خالی' },
  '@react-aria/searchfield': { 'Clear search': 'پاک کردن جست‌وجو' },
  '@react-aria/previewtrigger': { longPressMessage: 'برای دیدن پیش‌نمایش، انگشت را نگه دارید.' },
  '@react-aria/overlays': { dismiss: 'بستن' },
  '@react-aria/numberfield': {
    decrease: (a) => `کم کردن ${a['fieldLabel']}`,
    increase: (a) => `زیاد کردن ${a['fieldLabel']}`,
    numberField: 'جای عدد',
  },
  '@react-aria/menu': {
    longPressMessage: 'برای باز کردن فهرست، انگشت را نگه دارید یا Alt و پیکان پایین را بزنید.',
  },
  '@react-aria/gridlist': {
    hasActionAnnouncement: 'این ردیف باز می‌شود',
    hasLinkAnnouncement: (a) => `این ردیف پیوند دارد: ${a['link']}`,
  },
  '@react-aria/grid': {
    deselectedItem: (a) => `${a['item']} از انتخاب درآمد.`,
    select: 'انتخاب',
    selectedCount: (a, s) =>
      a['count'] === 0 ? 'چیزی انتخاب نشده است.' : `${s.number(a['count'] ?? 0)} ردیف انتخاب شد.`,
    selectedAll: 'همه انتخاب شد.',
    selectedItem: (a) => `${a['item']} انتخاب شد.`,
    longPressToSelect: 'برای انتخاب، انگشت را نگه دارید.',
  },
  '@react-aria/dnd': {
    dragItem: (a) => `کشیدن ${a['itemText']}`,
    dragSelectedItems: (a, s) => `کشیدن ${s.number(a['count'] ?? 0)} مورد انتخاب‌شده`,
    dragDescriptionKeyboard: 'برای شروع کشیدن، Enter را بزنید.',
    dragDescriptionKeyboardAlt: 'برای شروع کشیدن، Alt و Enter را بزنید.',
    dragDescriptionTouch: 'برای شروع کشیدن، دو بار ضربه بزنید.',
    dragDescriptionVirtual: 'برای شروع کشیدن، کلیک کنید.',
    dragDescriptionLongPress: 'برای شروع کشیدن، انگشت را نگه دارید.',
    dragSelectedKeyboard: (a, s) =>
      `برای کشیدن ${s.number(a['count'] ?? 0)} مورد انتخاب‌شده، Enter را بزنید.`,
    dragSelectedKeyboardAlt: (a, s) =>
      `برای کشیدن ${s.number(a['count'] ?? 0)} مورد انتخاب‌شده، Alt و Enter را بزنید.`,
    dragSelectedLongPress: (a, s) =>
      `برای کشیدن ${s.number(a['count'] ?? 0)} مورد انتخاب‌شده، انگشت را نگه دارید.`,
    dragStartedKeyboard:
      'کشیدن شروع شد. با Tab به جای رها کردن بروید و Enter را بزنید؛ با Escape برمی‌گردد.',
    dragStartedTouch: 'کشیدن شروع شد. به جای رها کردن بروید و دو بار ضربه بزنید.',
    dragStartedVirtual: 'کشیدن شروع شد. به جای رها کردن بروید و کلیک کنید یا Enter را بزنید.',
    endDragKeyboard: 'در حال کشیدن. برای برگرداندن، Enter را بزنید.',
    endDragTouch: 'در حال کشیدن. برای برگرداندن، دو بار ضربه بزنید.',
    endDragVirtual: 'در حال کشیدن. برای برگرداندن، کلیک کنید.',
    dropDescriptionKeyboard: 'برای رها کردن Enter و برای برگرداندن Escape را بزنید.',
    dropDescriptionTouch: 'برای رها کردن، دو بار ضربه بزنید.',
    dropDescriptionVirtual: 'برای رها کردن، کلیک کنید.',
    dropCanceled: 'سر جایش برگشت.',
    dropComplete: 'رها شد.',
    dropIndicator: 'جای رها کردن',
    dropOnRoot: 'رها کردن در این‌جا',
    dropOnItem: (a) => `رها کردن روی ${a['itemText']}`,
    insertBefore: (a) => `گذاشتن پیش از ${a['itemText']}`,
    insertBetween: (a) => `گذاشتن میان ${a['beforeItemText']} و ${a['afterItemText']}`,
    insertAfter: (a) => `گذاشتن پس از ${a['itemText']}`,
  },
  '@react-aria/datepicker': {
    era: 'دوره',
    year: 'سال',
    month: 'ماه',
    day: 'روز',
    hour: 'ساعت',
    minute: 'دقیقه',
    second: 'ثانیه',
    dayPeriod: 'پیش یا پس از ظهر',
    calendar: 'تقویم',
    startDate: 'از تاریخ',
    endDate: 'تا تاریخ',
    weekday: 'روز هفته',
    timeZoneName: 'منطقهٔ زمانی',
    selectedDateDescription: (a) => `تاریخ انتخاب‌شده: ${a['date']}`,
    selectedRangeDescription: (a) => `بازهٔ انتخاب‌شده: ${a['startDate']} تا ${a['endDate']}`,
    selectedTimeDescription: (a) => `ساعت انتخاب‌شده: ${a['time']}`,
  },
  '@react-aria/combobox': {
    focusAnnouncement: (a, s) =>
      s.select(
        {
          true: `گروه ${a['groupTitle']}، ${s.number(a['groupCount'] ?? 0)} گزینه. `,
          other: '',
        },
        a['isGroupChange'],
      ) +
      String(a['optionText']) +
      s.select({ true: '، انتخاب‌شده', other: '' }, a['isSelected']),
    countAnnouncement: (a, s) => `${s.number(a['optionCount'] ?? 0)} گزینه هست.`,
    selectedAnnouncement: (a) => `${a['optionText']}، انتخاب شد`,
    buttonLabel: 'دیدن پیشنهادها',
    listboxLabel: 'پیشنهادها',
  },
  '@react-aria/color': {
    colorPicker: 'انتخاب رنگ',
    twoDimensionalSlider: 'لغزنده در دو جهت',
    colorNameAndValue: (a) => `${a['name']}: ${a['value']}`,
    colorInputLabel: (a) => `${a['label']}، ${a['channelLabel']}`,
    colorSwatch: 'نمونهٔ رنگ',
    transparent: 'بی‌رنگ',
  },
  '@react-aria/calendar': {
    previous: 'ماه پیش',
    next: 'ماه بعد',
    selectedDateDescription: (a) => `تاریخ انتخاب‌شده: ${a['date']}`,
    selectedRangeDescription: (a) => `بازهٔ انتخاب‌شده: ${a['dateRange']}`,
    todayDate: (a) => `امروز، ${a['date']}`,
    todayDateSelected: (a) => `امروز، ${a['date']}، انتخاب شد`,
    dateSelected: (a) => `${a['date']}، انتخاب شد`,
    startRangeSelectionPrompt: 'برای انتخاب آغاز بازه، کلیک کنید',
    finishRangeSelectionPrompt: 'برای انتخاب پایان بازه، کلیک کنید',
    minimumDate: 'نخستین تاریخ ممکن',
    maximumDate: 'آخرین تاریخ ممکن',
    dateRange: (a) => `${a['startDate']} تا ${a['endDate']}`,
  },
  '@react-aria/breadcrumbs': { breadcrumbs: 'مسیر صفحه' },
  '@react-aria/autocomplete': { collectionLabel: 'پیشنهادها' },
  '@react-stately/datepicker': {
    rangeUnderflow: (a) => `تاریخ باید ${a['minValue']} یا پس از آن باشد.`,
    rangeOverflow: (a) => `تاریخ باید ${a['maxValue']} یا پیش از آن باشد.`,
    rangeReversed: 'تاریخ آغاز باید پیش از تاریخ پایان باشد.',
    unavailableDate: 'این تاریخ را نمی‌شود انتخاب کرد.',
  },
  '@react-stately/color': {
    hue: 'فام',
    saturation: 'سیری',
    lightness: 'روشنی',
    brightness: 'درخشندگی',
    red: 'قرمز',
    green: 'سبز',
    blue: 'آبی',
    alpha: 'شفافیت',
    colorName: (a) => `${a['hue']} ${a['chroma']} ${a['lightness']}`,
    transparentColorName: (a) => `${a['lightness']}، ${a['percentTransparent']} شفاف`,
    'very dark': 'خیلی تیره',
    dark: 'تیره',
    light: 'روشن',
    'very light': 'خیلی روشن',
    pale: 'کم‌رنگ',
    grayish: 'خاکستری‌گون',
    vibrant: 'پررنگ',
    black: 'سیاه',
    white: 'سفید',
    gray: 'خاکستری',
    pink: 'صورتی',
    'pink red': 'سرخ صورتی',
    'red orange': 'نارنجی سرخ',
    brown: 'قهوه‌ای',
    orange: 'نارنجی',
    'orange yellow': 'زرد نارنجی',
    'brown yellow': 'زرد قهوه‌ای',
    yellow: 'زرد',
    'yellow green': 'سبز زرد',
    'green cyan': 'فیروزه‌ای سبز',
    cyan: 'فیروزه‌ای',
    'cyan blue': 'آبی فیروزه‌ای',
    'blue purple': 'بنفش آبی',
    purple: 'بنفش',
    'purple magenta': 'سرخابی بنفش',
    magenta: 'سرخابی',
    'magenta pink': 'صورتی سرخابی',
  },
  'react-aria-components': {
    selectPlaceholder: 'انتخاب کنید',
    tableResizer: 'تغییر پهنا',
    dropzoneLabel: 'جای رها کردن فایل',
    colorSwatchPicker: 'نمونه‌های رنگ',
  },
}

/** React Aria reads these once, at its first sentence, so this runs before the first render. */
export function teachReactAria() {
  Object.assign(window, {
    [Symbol.for('react-aria.i18n.locale')]: 'fa-IR',
    [Symbol.for('react-aria.i18n.strings')]: strings,
  })
}

export { strings as persianStrings }
