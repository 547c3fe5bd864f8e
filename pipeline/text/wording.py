"""The pieces of official wording, as patterns: a person, a company or office, a day, a document's number."""

from __future__ import annotations

PERSON = r"(?!工伤|关于|你|单位|职工|本人|死者)[\p{Han}·•]{2,15}?"
"""A person's name, as short as what follows it allows."""
NAME = (
    r"(?:(?!兹|上述|以上|人员|证明|单位|职工|员工|公司|同志|工友|同事|我|(?<=[职员])工|(?<=工)友|(?<=同)事)"
    r"[\p{Han}·•]){2,5}?"
)
"""A name inside a sentence that may stand right behind 证明, 职工 or 同事."""
PERSON_ENDS = (
    r"(?=[（(，,、：:；。的系与和\d]|于|在|所受|同志|先生|女士|受[伤到害]|受事故|发生|因[工公]|工伤|提出|提交|申[请报]|一案"
    r"|报[警案称]|来[我本]|电话|性别|身份证|[男女][，,]|$)"
)
"""What stands behind a name in a sentence."""
REMARK = r"(?:[（(][^）)\n]{0,60}[）)])?"
"""A remark in brackets behind a name, as （身份证号：…）."""
UNIT = r"[\p{Han}A-Za-z0-9（）()·]{2,40}?"
"""A company, an office or a person."""
UNIT_ENDS = r"(?:公司|(?:厂|店|中心|学校|医院|集团|幼儿园|事务所|合作社)(?![\p{Han}（）]{1,12}公司))"
"""The word that ends the name of a unit in a sentence; 酒店 and 集团 do not where 管理有限公司 goes on."""
_FIGURES = r"[\d〇零○◯OoQ一二三四五六七八九十廿_＿\s]"
DAY = rf"{_FIGURES}{{0,8}}年{_FIGURES}{{0,6}}月{_FIGURES}{{0,6}}日"
"""A day in 年 月 日, filled in or not."""
CREDIT_CODE = r"(?<![0-9A-Za-z])(?P<credit_code>[0-9A-Y][0-9A-Y][0-9]{6}[0-9A-Z]{10})(?![0-9A-Za-z])"
"""A 统一社会信用代码 (GB 32100-2015) wherever it stands."""
ANY_DAY = rf"(?:{DAY}|\d{{4}}[-./]\d{{1,2}}[-./]\d{{1,2}})"
"""The same, or a day in figures alone (2026.9.18)."""
DOCUMENT_NUMBER = (
    r"(?:[\p{Han}]{1,14}\s*)?[〔\[（(【［]\s*\d{4}\s*[〕\]）)】］]\s*[\p{Han}]{0,4}\d{0,6}[\p{Han}]{0,4}\s*"
    r"[A-Z]?\d{1,18}(?:-\d{1,3})?\s*号"
)
"""The number of an official document (党政机关公文格式 GB/T 9704-2012): 发文机关代字〔年份〕发文顺序号."""
BLANK_NUMBER = r"[〔\[（(【［]\s*[_＿]*\s*[〕\]）)】］]\s*第?\s*[_＿]*\s*号"
"""The same, printed and not filled in."""
