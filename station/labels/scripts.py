"""The longest addresses in twenty scripts: what a template and the shipped fonts can and cannot print. All invented.

Each is a home address of its country as long as such addresses get, so that a template shows its worst.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from station.labels.samples import SAMPLES, Sample
from station.packing.model import Recipient


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    name: str
    recipient: Recipient

    @property
    def sample(self) -> Sample:
        sent = SAMPLES["international"]
        return replace(sent, order=replace(sent.order, recipient=self.recipient))


def _script(name: str, country: str, who: str, street: str, district: str, city: str, province: str) -> Script:
    phone = "+00 000 0000 0000"
    recipient = Recipient(
        name=who, phone=phone, country=country, street=street, district=district, city=city, province=province
    )
    return Script(name=name, recipient=replace(recipient, postcode="00000"))


SCRIPTS: Final = (
    _script(
        "Latin, western",
        "DE",
        "Herr Maximilian-Alexander von Mustermann-Beispielhausen",
        "Bürgermeister-Spitzenwegstraße 248 b, Hinterhaus, 3. Obergeschoß links, bei Große-Hülswitt",
        "Unterhöhlmühle",
        "Musterstadt an der Beispielaue",
        "Sachsen-Anhalt",
    ),
    _script(
        "Latin, central European",
        "PL",
        "Zażółć Przykładowska-Gęślińska",
        "ulica Świętego Łukasza Przykładowego 148 m. 27, wejście od źródła",
        "Śródmieście-Północ",
        "Przykładów Łódzki",
        "Świętokrzyskie",
    ),
    _script(
        "Latin, Vietnamese",
        "VN",
        "Nguyễn Thị Mẫu Ví Dụ Hoàng Phương",
        "Số 128/45/7B đường Nguyễn Văn Ví Dụ, toà nhà Mẫu, tầng 17 căn hộ 1708",
        "Phường Mẫu Đông",
        "Thành phố Ví Dụ",
        "Bà Rịa - Vũng Tàu",
    ),
    _script(
        "Greek",
        "GR",
        "Κωνσταντίνος Παραδειγματόπουλος",
        "Λεωφόρος Βασιλίσσης Υποδείγματος 248, 3ος όροφος",
        "Άνω Παράδειγμα",
        "Θεσσαλονίκη",
        "Κεντρική Μακεδονία",
    ),
    _script(
        "Cyrillic",
        "RU",
        "Константинопольский Александр Примерович",
        "улица Образцово-Показательная, дом 248, корпус 3, строение 2, подъезд 14, квартира 1708",
        "район Примерный",
        "посёлок городского типа Образцовск",
        "Ханты-Мансийский автономный округ",
    ),
    _script(
        "Han, simplified",
        "SG",
        "样例客户镕喆堃",
        "示例路一百二十八号样板大厦东座十七楼一七〇八至一七一二室（请放前台代收）",
        "示例区",
        "样板市",
        "",
    ),
    _script(
        "Han, traditional",
        "TW",
        "範例客戶龍麗鑫",
        "範例路三段一百二十八巷四十五弄七號十七樓之二（請交管理員代收）",
        "範例區",
        "樣板市",
        "",
    ),
    _script(
        "Bopomofo", "TW", "ㄈㄢˋㄌㄧˋ", "ㄈㄢˋ ㄌㄧˋ ㄌㄨˋ 128 ㄏㄠˋ 17 ㄌㄡˊ", "ㄕˋ ㄌㄧˋ ㄑㄩ", "ㄧㄤˋ ㄅㄢˇ ㄕˋ", ""
    ),
    _script(
        "Hiragana and katakana",
        "JP",
        "みほん さんぷるこ",
        "みほんちょう一丁目二番三号 サンプルレジデンスイースト棟一七〇八号室",
        "れいじ区",
        "サンプル市",
        "みほん県",
    ),
    _script(
        "Hangul",
        "KR",
        "홍길동예시",
        "예시로128길 45-7 샘플아파트 117동 1708호 (경비실에 맡겨 주세요)",
        "예시구",
        "견본시",
        "예시도",
    ),
    _script(
        "Arabic",
        "SA",
        "عبد الرحمن بن مثال النموذجي",
        "شارع الملك المثال رقم 128 مبنى النموذج الدور السابع عشر شقة 1708",
        "حي المثال",
        "مدينة النموذج",
        "منطقة المثال",
    ),
    _script(
        "Hebrew",
        "IL",
        "ישראל ישראלי-לדוגמה",
        "שדרות הדוגמה 128, כניסה ב, קומה 17, דירה 1708",
        "שכונת הדוגמה",
        "עיר לדוגמה",
        "",
    ),
    _script(
        "Thai",
        "TH",
        "คุณตัวอย่าง นามสกุลสมมติ",
        "128/45 ซอยตัวอย่าง 7 ถนนตัวอย่าง อาคารตัวอย่าง ชั้น 17 ห้อง 1708",
        "แขวงตัวอย่าง",
        "เขตตัวอย่าง",
        "จังหวัดตัวอย่าง",
    ),
    _script(
        "Devanagari",
        "IN",
        "श्री उदाहरण कुमार नमूना",
        "मकान संख्या 128, उदाहरण मार्ग, नमूना टावर, सत्रहवीं मंज़िल, फ्लैट 1708",
        "उदाहरण नगर",
        "नमूनापुर",
        "उदाहरण प्रदेश",
    ),
    _script("Bengali", "BD", "উদাহরণ নমুনা", "১২৮ উদাহরণ সড়ক, নমুনা টাওয়ার, ১৭ তলা, ফ্ল্যাট ১৭০৮", "উদাহরণপুর", "নমুনানগর", ""),
    _script("Tamil", "IN", "மாதிரி எடுத்துக்காட்டு", "எண் 128, மாதிரி தெரு, 17வது மாடி", "மாதிரி நகர்", "மாதிரிபுரம்", ""),
    _script(
        "Georgian",
        "GE",
        "ნიმუში მაგალითაძე",
        "მაგალითის ქუჩა 128, ბინა 1708",
        "ნიმუშის უბანი",
        "მაგალითი",
        "",
    ),
    _script(
        "Armenian",
        "AM",
        "Օրինակ Նմուշյան",
        "Օրինակի փողոց 128, բնակարան 1708",
        "Նմուշ թաղամաս",
        "Օրինակ",
        "",
    ),
    _script("Khmer", "KH", "គំរូ ឧទាហរណ៍", "ផ្លូវឧទាហរណ៍ លេខ 128 ជាន់ទី 17", "សង្កាត់គំរូ", "ខណ្ឌឧទាហរណ៍", ""),
    _script("Ethiopic", "ET", "ምሳሌ ናሙና", "የምሳሌ መንገድ ቤት ቁጥር 128 ፎቅ 17", "ናሙና ክፍለ ከተማ", "ምሳሌ", ""),
)
