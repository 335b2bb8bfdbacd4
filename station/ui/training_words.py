"""What the coach of a training says, in both languages. Texts only; when each is said, ``station/training`` decides."""

from __future__ import annotations

from typing import Final

from station.ui.words import Words

TRAINING: Final = Words(zh="练习", en="TRAINING")
NOTHING_REAL: Final = Words(zh="不是真订单", en="nothing is real")
TITLE: Final = Words(zh="练习工位", en="Training bench")
OF_LESSONS: Final = Words(zh="第 {number} 课，共 {all} 课", en="Lesson {number} of {all}")

# The guided first parcel

FIRST: Final = Words(zh="第一个包裹", en="The first parcel")
FIRST_SCENE: Final = Words(
    zh="跟着做一个完整的包裹。每一步这里都会告诉你。", en="Pack one whole parcel. Each step is said here."
)
WAIT: Final = Words(zh="等一下，机器在做。", en="Wait a moment: the bench is at work.")
SIGN_IN: Final = Words(zh="扫你的工牌登录。", en="Scan your badge to sign in.")
SCAN_ORDER: Final = Words(zh="扫订单上的码。", en="Scan the code on the order.")
SCAN_ITEM: Final = Words(zh="拿大图里的商品，扫它的码，放进箱子。", en="Take the item in the picture, scan it, box it.")
READ_NOTE: Final = Words(zh="读买家留言，然后扫“是”。", en="Read the buyer's note, then scan YES.")
ANSWER: Final = Words(zh="回答屏幕上的问题。", en="Answer the question on the screen.")
WEIGH: Final = Words(zh="把箱子放到秤上，等数字稳定。", en="Put the box on the scale; wait until it is stable.")
STICK: Final = Words(zh="把面单贴在箱子上，再扫一次面单。", en="Stick the label on the box, then scan it there.")
TAKE_OFF: Final = Words(zh="封好了。把箱子从秤上拿走。", en="Sealed. Take the box off the scale.")
CLEAR: Final = Words(zh="放回这一件，扫“清除”。", en="Put it back, then scan CLEAR.")

# Between lessons

BEGIN: Final = Words(zh="开始", en="Begin")
SKIP: Final = Words(zh="跳过这课", en="Skip it")
AGAIN: Final = Words(zh="再练一次", en="Once more")
NEXT: Final = Words(zh="下一课", en="Next lesson")
TO_THE_PAGE: Final = Words(zh="看结果", en="See the page")
SAVE: Final = Words(zh="保存这页", en="Save the page")
REPEAT: Final = Words(zh="重练没满分的", en="Repeat the rest")
LEAVE: Final = Words(zh="结束练习", en="Leave")
PREPARING: Final = Words(zh="教练先做前面几步，看着就好。", en="The coach does the first steps; just watch.")
TIDYING: Final = Words(zh="教练把这个包裹做完。", en="The coach finishes this parcel.")
LESSON_OVER: Final = Words(zh="这一课做完了。", en="This lesson is done.")
ALL_OVER: Final = Words(zh="都练过了，这是你的一页。", en="All done: this page is yours.")
SAVED: Final = Words(zh="已保存：{file}", en="Saved: {file}")
NOT_SAVED: Final = Words(
    zh="没有保存：{why}。处理好，再保存。", en="Not saved: {why}. Put that right, then save it again."
)
THERE_ALREADY: Final = Words(
    zh="没有保存：已经有 {file}。移走它，再保存一次。",
    en="Not saved: {file} is there already. Move it, then save it again.",
)
HINT: Final = Words(zh="提示：{what}", en="A hint: {what}")

# What the hands can do; the names of goods are the goods' own

BADGE: Final = Words(zh="你的工牌", en="Your badge")
ORDER: Final = Words(zh="订单", en="The order")
YES: Final = Words(zh="是", en="YES")
CLEAR_CODE: Final = Words(zh="“清除”码", en="The CLEAR code")
SAME_AGAIN: Final = Words(zh="同一件再扫一次", en="The same item again")
BOX_ON: Final = Words(zh="箱子放上秤", en="Put the box on")
BOX_OFF: Final = Words(zh="箱子拿走", en="Take the box off")
LABEL: Final = Words(zh="箱上的面单", en="The box's label")
PAPER: Final = Words(zh="换一卷纸", en="Load a new roll")
PLUG: Final = Words(zh="插好扫码枪的线", en="Plug the scanner in")
CAMERA: Final = Words(zh="拿开挡住镜头的东西", en="Uncover the lens")
FROM_TOTE: Final = Words(zh="周转箱里的这件", en="The one in the tote")
FROM_SHELF: Final = Words(zh="货架上的这件", en="The one on the shelf")
ONE_MORE: Final = Words(zh="周转箱里还有一件", en="One more from the tote")
HALF_CODE: Final = Words(zh="破的条码", en="The torn barcode")
WHOLE_CODE: Final = Words(zh="另一面的条码", en="The code on its back")
BOX_AS_IT_IS: Final = Words(zh="箱子照样上秤", en="Box as it is")
BOX_WITH_IT: Final = Words(zh="补上盘子再称", en="Add the tray, weigh")
OTHER_LABEL: Final = Words(zh="旁边那张面单", en="The label beside it")
RETRY: Final = Words(zh="再试打印", en="Try to print again")
TYPE_IT: Final = Words(zh="用键盘输入编码", en="Type its number")

# The drills: name, what happened, the way out, what was caught

WRONG_ITEM: Final = Words(zh="拿错商品", en="Wrong item")
WRONG_ITEM_SCENE: Final = Words(zh="周转箱里有一件围巾。接着装箱。", en="There is a scarf in the tote. Go on packing.")
WRONG_ITEM_WAY: Final = Words(zh="放回去，扫“清除”，再拿对的。", en="Put it back, scan CLEAR, take the right one.")
WRONG_ITEM_CAUGHT: Final = Words(zh="错的商品没有进箱", en="The wrong item stayed out of the box")

LOOK_ALIKE: Final = Words(zh="L 还是 XL", en="L or XL")
LOOK_ALIKE_SCENE: Final = Words(
    zh="两件白 T 恤，看上去一样。接着装箱。", en="Two white T-shirts look alike. Go on packing."
)
LOOK_ALIKE_WAY: Final = Words(zh="看尺码：要 L。扫“清除”，拿 L。", en="Look at the size: L. Scan CLEAR, take the L.")
LOOK_ALIKE_CAUGHT: Final = Words(zh="XL 没有进箱", en="The XL stayed out of the box")

TOO_MANY: Final = Words(zh="多拿一件", en="One too many")
TOO_MANY_SCENE: Final = Words(zh="杯垫装够了，周转箱里还有一个。", en="The coasters are in; the tote holds one more.")
TOO_MANY_WAY: Final = Words(zh="多的放回去，扫“清除”，拿下一件。", en="Put it back, scan CLEAR, take the next item.")
TOO_MANY_CAUGHT: Final = Words(zh="多的一件没有进箱", en="The one too many stayed out")

HALF: Final = Words(zh="半个条码", en="Half a barcode")
HALF_SCENE: Final = Words(zh="包装皱了，条码只剩一半。", en="The wrapping is torn: half a barcode is left.")
HALF_WAY: Final = Words(zh="扫“清除”，换完整的一面扫。", en="Scan CLEAR, then the whole code on the other side.")
HALF_CAUGHT: Final = Words(zh="半个条码没有算数", en="Half a code counted for nothing")

FORGOTTEN: Final = Words(zh="漏装商品", en="Goods forgotten")
FORGOTTEN_SCENE: Final = Words(
    zh="都扫过了，可是盘子还在桌上。箱子该称重了。", en="All is scanned, but the tray lies on the table. Weigh the box."
)
FORGOTTEN_WAY: Final = Words(zh="箱子太轻：把盘子放进去再称。", en="It is too light: put the tray in and weigh.")
FORGOTTEN_CAUGHT: Final = Words(zh="漏掉的商品进了箱", en="What was forgotten is in the box")

NO_BOX: Final = Words(zh="箱子没上秤", en="Box not on the scale")
NO_BOX_SCENE: Final = Words(zh="都装好了，面单却不出来。", en="All is packed, and no label comes.")
NO_BOX_WAY: Final = Words(zh="把箱子放到秤上。", en="Put the box on the scale.")
NO_BOX_CAUGHT: Final = Words(zh="称了重才有面单", en="It was weighed before its label")

PAPER_OUT: Final = Words(zh="打印机缺纸", en="Printer out of paper")
PAPER_OUT_SCENE: Final = Words(zh="箱子上了秤，打印机没纸了。", en="The box is weighed; the printer has no paper.")
PAPER_OUT_WAY: Final = Words(zh="换纸，面单自己出来。", en="Load paper: the label comes by itself.")
PAPER_OUT_CAUGHT: Final = Words(zh="面单出来了，只有一张", en="The label came, and only one")

WRONG_LABEL: Final = Words(zh="面单贴错箱", en="Label on the wrong box")
WRONG_LABEL_SCENE: Final = Words(
    zh="桌上有两张面单。贴一张，再扫。", en="Two labels lie here. Stick one, then scan it."
)
WRONG_LABEL_WAY: Final = Words(zh="扫“清除”，换成屏幕上的单号。", en="Scan CLEAR, take the number on the screen.")
WRONG_LABEL_CAUGHT: Final = Words(zh="箱子上是自己的面单", en="The box carries its own label")

CANCELLED: Final = Words(zh="买家正在取消", en="Cancelled in your hands")
CANCELLED_SCENE: Final = Words(zh="正在装箱，屏幕忽然变红。", en="You are packing, and the screen turns red.")
CANCELLED_WAY: Final = Words(zh="把箱子放一边，扫“清除”。", en="Put the box aside, scan CLEAR.")
CANCELLED_CAUGHT: Final = Words(zh="取消的订单没有发出", en="The cancelled order did not ship")

UNPLUGGED: Final = Words(zh="扫码枪掉线", en="Scanner unplugged")
UNPLUGGED_SCENE: Final = Words(zh="扫码枪没有反应了。接着装箱。", en="The scanner is dead. Go on packing.")
UNPLUGGED_WAY: Final = Words(zh="插好线再扫，或者用键盘输入编码。", en="Plug it in and scan, or type the number.")
UNPLUGGED_CAUGHT: Final = Words(zh="没有扫码枪也没停工", en="Packing went on")

CAMERA_DARK: Final = Words(zh="镜头被挡住", en="Camera covered")
CAMERA_DARK_SCENE: Final = Words(
    zh="相机里一片黑。看最下面一行。", en="The camera sees only black. Look at the lowest row."
)
CAMERA_DARK_WAY: Final = Words(zh="拿开挡住镜头的东西；装箱不用停。", en="Uncover its lens; packing need not wait.")
CAMERA_DARK_CAUGHT: Final = Words(zh="相机又有画面", en="The camera sees again")

# The score: each sentence stands alone

NOTICED: Final = Words(zh="没扫就看出来了", en="Seen before it was scanned")
SECONDS: Final = Words(zh="用了 {seconds} 秒", en="{seconds} s to the way out")
SLOWER: Final = Words(zh="用了 {seconds} 秒，目标 {within} 秒", en="{seconds} s; the aim is {within} s")
BY_CODE: Final = Words(zh="扫码清除", en="cleared by its code")
BY_KEY: Final = Words(zh="按键清除", en="cleared by key")
NO_ERRORS: Final = Words(zh="没有别的错误", en="no further error")
ERRORS: Final = Words(zh="另外错 {count} 次", en="further errors: {count}")
NO_WAY: Final = Words(zh="没有走到最后", en="The way out was not found")
SKIPPED: Final = Words(zh="没有练", en="Not tried")
PACKED: Final = Words(zh="包裹封好了", en="The parcel is sealed")
POINTS: Final = Words(zh="{points} / {most} 分", en="{points} of {most}")
TRIES: Final = Words(zh="练了 {count} 次", en="tries: {count}")

WENT_WELL: Final = Words(zh="做得好", en="What went well")
REPEAT_THESE: Final = Words(zh="再练一下", en="What to repeat")
NOTHING_YET: Final = Words(zh="还没有", en="Nothing yet")
NOTHING_LEFT: Final = Words(zh="没有要再练的", en="Nothing to repeat")
PAGE: Final = Words(zh="练习结果", en="Your training")
PAGE_TOTAL: Final = Words(zh="{points} 分，满分 {most} 分", en="{points} points of {most}")
NO_RANKING: Final = Words(
    zh="这一页只给你自己。不记录姓名，不排名。", en="This page is for you alone: no name on it, no ranking."
)
HOW_POINTS: Final = Words(
    zh="每课 3 分：走对了、没有别的错误、在目标时间内。", en="3 points each: the way out, no further error, in time."
)
