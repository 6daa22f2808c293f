/**
 * Common names of Iran, the more frequent first, each with its usual Latin spelling. Put together
 * for these measurements; the order is an estimate, the skew is what matters.
 */
const pairs = (text: string) =>
  text
    .trim()
    .split('\n')
    .flatMap((line) => line.split('·'))
    .map((pair) => {
      const [persian, latin] = pair.trim().split('=')
      if (!persian || !latin) throw new Error(`not a pair: ${pair}`)
      return { persian, latin }
    })

export const female = pairs(`
فاطمه=Fatemeh·زهرا=Zahra·مریم=Maryam·معصومه=Masoumeh·زینب=Zeinab·سکینه=Sakineh·لیلا=Leila·طاهره=Tahereh
سمیه=Somayeh·نرگس=Narges·ریحانه=Reyhaneh·مهسا=Mahsa·سارا=Sara·نازنین=Nazanin·پریسا=Parisa·الهام=Elham
مینا=Mina·شیرین=Shirin·فرشته=Fereshteh·اعظم=Azam·اکرم=Akram·منصوره=Mansoureh·راضیه=Razieh·مرضیه=Marzieh
محدثه=Mohaddeseh·حدیث=Hadis·کبری=Kobra·صدیقه=Sedigheh·رقیه=Roghayeh·خدیجه=Khadijeh·هانیه=Hanieh·مهدیه=Mahdieh
نسرین=Nasrin·پروین=Parvin·شهناز=Shahnaz·مهناز=Mahnaz·فریبا=Fariba·سوسن=Sousan·ژاله=Zhaleh·لاله=Laleh
آزاده=Azadeh·ندا=Neda·نگار=Negar·نگین=Negin·یگانه=Yeganeh·آیدا=Aida·شبنم=Shabnam·سپیده=Sepideh
بهاره=Bahareh·بهار=Bahar·یاسمن=Yasaman·غزل=Ghazal·کوثر=Kowsar·ستایش=Setayesh·هستی=Hasti·باران=Baran
پگاه=Pegah·پریا=Parya·رؤیا=Roya·رعنا=Rana·شادی=Shadi·شهلا=Shahla·فرزانه=Farzaneh·فائزه=Faezeh
فهیمه=Fahimeh·گلنار=Golnar·گیتی=Giti·مژگان=Mozhgan·منیژه=Manijeh·مهری=Mehri·ناهید=Nahid·نجمه=Najmeh
نیلوفر=Niloufar·هما=Homa·هدی=Hoda·وجیهه=Vajiheh·ترانه=Taraneh·تینا=Tina·ثریا=Soraya·حمیده=Hamideh
حنانه=Hannaneh·خاتون=Khatoon·دریا=Darya·زری=Zari·ساناز=Sanaz·سحر=Sahar·سیما=Sima·شقایق=Shaghayegh
شکوفه=Shokoufeh·صبا=Saba·طیبه=Tayebeh·عاطفه=Atefeh·عسل=Asal·غنچه=Ghoncheh·فروغ=Forough·کیمیا=Kimia
`)

export const male = pairs(`
محمد=Mohammad·علی=Ali·حسین=Hossein·مهدی=Mehdi·رضا=Reza·حسن=Hassan·امیرحسین=Amirhossein·محمدرضا=Mohammadreza
احمد=Ahmad·عباس=Abbas·ابوالفضل=Abolfazl·علیرضا=Alireza·محمدمهدی=Mohammadmehdi·محمدحسین=Mohammadhossein·امیرعلی=Amirali·محمود=Mahmoud
اکبر=Akbar·اصغر=Asghar·ابراهیم=Ebrahim·اسماعیل=Esmaeil·یوسف=Yousef·سعید=Saeed·مجید=Majid·حمید=Hamid
وحید=Vahid·جواد=Javad·هادی=Hadi·کریم=Karim·رحیم=Rahim·قاسم=Ghasem·کاظم=Kazem·مصطفی=Mostafa
مرتضی=Morteza·مجتبی=Mojtaba·محسن=Mohsen·مسعود=Masoud·منصور=Mansour·ناصر=Naser·نادر=Nader·بهروز=Behrouz
بهرام=Bahram·بهمن=Bahman·بابک=Babak·آرش=Arash·آرمین=Armin·آرمان=Arman·امید=Omid·ایمان=Iman
احسان=Ehsan·اسد=Asad·پدرام=Pedram·پویا=Pouya·پیمان=Peyman·جمشید=Jamshid·جعفر=Jafar·جلال=Jalal
حامد=Hamed·حمزه=Hamzeh·خسرو=Khosrow·داود=Davoud·رسول=Rasoul·روح‌الله=Rouhollah·سامان=Saman·سجاد=Sajjad
سهراب=Sohrab·سیاوش=Siavash·شاهین=Shahin·شهرام=Shahram·صادق=Sadegh·طاها=Taha·عرفان=Erfan·عزیز=Aziz
غلامرضا=Gholamreza·فرهاد=Farhad·فرزاد=Farzad·فرید=Farid·فرامرز=Faramarz·کامران=Kamran·کاوه=Kaveh·کوروش=Kourosh
کیان=Kian·ماهان=Mahan·میلاد=Milad·میثم=Meysam·نیما=Nima·هوشنگ=Houshang·یاسین=Yasin·یونس=Younes
یعقوب=Yaghoub·امیرمحمد=Amirmohammad·محمدامین=Mohammadamin·عبدالله=Abdollah·عبدالرضا=Abdolreza·حجت=Hojjat·نعمت‌الله=Nematollah·قدرت=Ghodrat
`)

/** Words that family names are made from. */
const stems = pairs(`
محمد=Mohammad·احمد=Ahmad·حسین=Hossein·رضا=Reza·کریم=Karim·رحیم=Rahim·حسن=Hassan·علی=Ali
موسو=Mousav·هاشم=Hashem·جعفر=Jafar·صادق=Sadegh·کاظم=Kazem·قاسم=Ghasem·ابراهیم=Ebrahim·اکبر=Akbar
اصغر=Asghar·عباس=Abbas·حیدر=Heydar·مراد=Morad·میرزا=Mirza·سلطان=Soltan·نور=Nour·صالح=Saleh
طاهر=Taher·باقر=Bagher·حمید=Hamid·امیر=Amir·شریف=Sharif·نجف=Najaf·فرهاد=Farhad·رستم=Rostam
بهرام=Bahram·جمشید=Jamshid·خسرو=Khosrow·سهراب=Sohrab·شاه=Shah·ملک=Malek·یوسف=Yousef·یعقوب=Yaghoub
داود=Davoud·سلیمان=Soleyman·اسماعیل=Esmaeil·ایوب=Ayoub·الیاس=Elyas·حبیب=Habib·رسول=Rasoul·مصطف=Mostaf
نعمت=Nemat·قدرت=Ghodrat·عزت=Ezzat·فتح=Fath·نصر=Nasr·ظفر=Zafar·گل=Gol·شیر=Shir
خلیل=Khalil·جلیل=Jalil·عزیز=Aziz·مجید=Majid·سعید=Saeed·فرید=Farid·وحید=Vahid·رشید=Rashid
محمود=Mahmoud·مسعود=Masoud·منصور=Mansour·ناصر=Naser·نادر=Nader·یار=Yar·بهار=Bahar·پارس=Pars
`)

/** Endings of family names, the more frequent first. */
const endings = pairs(`
ی=i·زاده=zadeh·پور=pour·یان=ian·نژاد=nejad·نیا=nia·فر=far·وند=vand·دوست=doust·خواه=khah
`)

/** What some families carry after their name: where they came from, or which line they are. */
const origins = pairs(`
اصفهانی=Esfahani·تهرانی=Tehrani·شیرازی=Shirazi·تبریزی=Tabrizi·یزدی=Yazdi·کرمانی=Kermani·خراسانی=Khorasani·رشتی=Rashti
قمی=Ghomi·اصل=Asl·فرد=Fard·راد=Rad·منش=Manesh·مقدم=Moghaddam·بختیاری=Bakhtiari·کاشانی=Kashani
`)

const plain = pairs(`
حسینی=Hosseini·محمدی=Mohammadi·احمدی=Ahmadi·رضایی=Rezaei·مرادی=Moradi·کریمی=Karimi·موسوی=Mousavi·جعفری=Jafari
قاسمی=Ghasemi·رحیمی=Rahimi·کاظمی=Kazemi·صادقی=Sadeghi·هاشمی=Hashemi·اکبری=Akbari·نوری=Nouri·سلیمانی=Soleimani
یوسفی=Yousefi·رستمی=Rostami·عباسی=Abbasi·باقری=Bagheri·امینی=Amini·شریفی=Sharifi·حیدری=Heydari·ملکی=Maleki
یزدانی=Yazdani·زارعی=Zarei·زمانی=Zamani·نظری=Nazari·عزیزی=Azizi·فلاح=Fallah·خانی=Khani·بهرامی=Bahrami
فرهمند=Farahmand·مرادیان=Moradian·توکلی=Tavakoli·غلامی=Gholami·طهماسبی=Tahmasebi·پناهی=Panahi·کیانی=Kiani·وزیری=Vaziri
`)

const made = stems.flatMap((stem) =>
  endings.map((end) => ({
    persian: stem.persian + end.persian,
    latin: stem.latin + end.latin,
  })),
)
const known = new Set(plain.map(({ persian }) => persian))
const single = [...plain, ...made.filter(({ persian }) => !known.has(persian))]

/** Family names of one word, then those of two: some 12 000. */
export const families = [
  ...single,
  ...origins.flatMap((origin) =>
    single.map(({ persian, latin }) => ({
      persian: `${persian} ${origin.persian}`,
      latin: `${latin} ${origin.latin}`,
    })),
  ),
]
