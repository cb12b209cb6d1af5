"""How people say until when, as patterns over folded text: the words around a day, and what only means something
behind a last day."""

import re

from bot.core.forms.answers import date_words as words
from bot.core.wordlists import word_set

SPELLED = ((re.compile(r"\btháng sáu\b"), "tháng 6"), (re.compile(r"\btới (?=\S*\d)"), "đến "))
"""Words whose accents make something else of them: not "tháng sau", not "tối"."""

OPENS = re.compile(
    r"(?:em|toi|minh|chung em|chung toi|don vi|nha truong|truong|xin|xin phep|cho|cho phep|de nghi|duoc|phep|nop|gui|"
    r"lui|doi|hoan|khat|gia|han|thoi han|lai|sang|vao|keo dai|(?:cham|muon|tre)(?! nhat)|please|extend|give us) "
)
BOUND = re.compile(
    r"(?P<before>truoc(?: het)?|before)"
    r"|(?P<about>khoang(?: chung)?|tam|chung|do|around|about)"
    r"|(?:(?:cham|muon|tre) nhat(?: la)?|khong qua|den|toi|het(?! (?:tuan|thang|nam)\b)|until|till|by|to|no later than)"
)
TAIL = re.compile(
    r"(?:[ ,]+(?:co )?(?:duoc|dc) (?:khong|ko|k|chua)|[ ,]+(?:a|nhe|nha|thoi|la duoc|please))$|[ ?.,;!]+$"
)
COUNTED = re.compile(
    r"(?P<more>(?:them|another|for) )?(?P<about>(?:khoang|tam|chung|about) )?"
    r"(?:(?P<count>\d{1,3}|[a-z]+(?: [a-z]+)?) )?(?:more )?"
    r"(?P<unit>(?:working |business )days?|ngay(?: lam viec)?|hom|bua|tuan(?: le)?|thang|days?|weeks?|months?)"
    r"(?P<again> nua| more| later| sau)?"
    r"(?P<now> (?:(?:ke|tinh) )?tu (?:hom nay|nay|bay gio)| from (?:today|now))?"
)
HALF_A_MONTH = re.compile(r"(?:(?:them|another|for) )?(?:nua thang|half a month)(?: nua)?")
OF_WEEK = re.compile(
    r"(?:trong )?(?:(?P<part>dau|giua|cuoi|het) )?tuan(?: (?P<which>nay|sau nua|sau|toi|ke tiep|tiep theo))?"
    r"|(?:the )?(?:(?P<english>end of|early|mid|later) )?(?P<week>this|next) week"
)
OF_MONTH = re.compile(
    rf"(?:trong )?(?:(?P<part>dau|giua|cuoi|het) )?thang (?P<month>\d{{1,2}}|nay|sau|toi|{words.MONTH_WORD})"
    r"|(?P<ends>cuoi|het) (?P<of>thang|nam)"
    r"|(?:the )?(?P<english>end of|mid|middle of) (?:the |this )?(?P<period>month|year)"
)
ALONE = re.compile(
    r"(?:ngay|hom|the) (?P<day>\d{1,2}|[a-z]+(?: [a-z]+){0,2}?)(?:st|nd|rd|th)?"
    r"(?P<next> thang (?:sau|toi)| of next month)?(?: (?:toi|sap toi|thang nay))?"
)
MUNG = re.compile(r"^(?:mung|mong) (?=\w)")
"""Said of any of the first ten days of a month; of the lunar one only where that is said."""

LUNAR = re.compile(r"\b(?:am lich|lunar|tet|gieng|chap|ram)\b")
BEFORE_A_WEEKDAY = re.compile(r"^(?:(?:buoi )?(?:sang|trua|chieu) )?(?:ngay )?(?=thu|t[2-7]|chu|cn)")
WORD = re.compile(r"[a-z]+")
WORDS_OF_DAYS = word_set(
    "ngay hom thang thg th t nam thu chu nhat cn of the st nd rd hai ba tu bon sau bay tam chin muoi "
    + " ".join((*words.MONTHS, *words.RELATIVE))
)
ENGLISH_DAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*")
