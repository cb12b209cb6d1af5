"""The few sentences of the terminal client (the bot's own are not to be had here)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """What the terminal itself says. `media` names what is not text."""

    opened: str
    bot: str
    help: str
    no_button: str
    no_group: str
    impossible: str
    unreachable: str
    blocked: str
    edited: str
    media: dict[str, str]


VI = Words(
    opened="── {name} đang trò chuyện với {place} (gõ :help để xem hướng dẫn)",
    bot="Nhắc Việc",
    help="""\
Gõ nội dung rồi nhấn Enter để gửi. Các lệnh của cửa sổ này:
  :start [MÃ]       bấm nút Bắt đầu, kèm mã mời nếu có
  :press 1, :b Có   bấm nút theo số thứ tự hoặc theo chữ trên nút
  :photo [CHÚ THÍCH], :file TÊN, :sticker, :voice, :location   gửi ảnh, tệp, nhãn dán, ghi âm, vị trí
  :block, :unblock  chặn, bỏ chặn
  :who              xem danh sách người và nhóm
  :as TÊN           chuyển sang người khác
  :in NHÓM          vào một nhóm; chỉ gõ :in để trở lại cuộc trò chuyện riêng
  :quit             thoát""",
    no_button="Không có nút “{button}” trong tin nhắn gần nhất.",
    no_group="Không tìm thấy nhóm “{title}”.",
    impossible="Không thực hiện được: {reason}",
    unreachable="Không kết nối được tới {address}. Đồng chí kiểm tra xem Telegram giả lập đã chạy chưa.",
    blocked="đã chặn",
    edited="đã sửa",
    media={
        "photo": "ảnh",
        "document": "tệp",
        "sticker": "nhãn dán",
        "voice": "ghi âm",
        "location": "vị trí",
    },
)

EN = Words(
    opened="── {name} is talking to {place} (type :help for help)",
    bot="Nhắc Việc",
    help="""\
Type a message and press Enter to send it. Commands of this window:
  :start [CODE]     press Start, with an invitation code if there is one
  :press 1, :b Yes  press a button by its number or its label
  :photo [CAPTION], :file NAME, :sticker, :voice, :location   send one of these
  :block, :unblock  block the bot, let it in again
  :who              list people and groups
  :as NAME          become somebody else
  :in GROUP         enter a group; :in alone goes back to the private chat
  :quit             leave""",
    no_button='The latest message has no button "{button}".',
    no_group='There is no group "{title}".',
    impossible="That cannot be done: {reason}",
    unreachable="Nothing answers at {address}. Is the pretend Telegram running?",
    blocked="blocked",
    edited="edited",
    media={
        "photo": "photo",
        "document": "file",
        "sticker": "sticker",
        "voice": "voice",
        "location": "location",
    },
)

WORDS = {"vi": VI, "en": EN}
