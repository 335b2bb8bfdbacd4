"""What is said of cameras, photos and video: a quiet word beside the parcel's own, never a stop. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType
from typing import Final

from station.packing.events import Event, NothingToDo
from station.packing.job import Job
from station.packing.media import MediaRoom, PhotoMoment
from station.packing.media_events import (
    MediaRoomChanged,
    PhotoAsked,
    PhotoMissing,
    PhotoTaken,
    PhotoWaived,
    VideoEnded,
    VideoGap,
    VideoRecorded,
)
from station.packing.prompts import PICTURED
from station.ui.words import Words, same

QUIET: Final = (PhotoTaken, PhotoMissing, VideoRecorded, VideoGap, VideoEnded)
"""What comes by itself, at any time, and is no answer to the packer: it leaves the banner's verdict as it is."""

RECORDING: Final = Words(zh="录像中", en="Recording")
ROOMS: Final = MappingProxyType(
    {
        MediaRoom.PHOTOS: Words(zh="磁盘满，只拍照", en="Disk full: photos only"),
        MediaRoom.NONE: Words(zh="磁盘满，不再拍摄", en="Disk full: no pictures"),
    }
)
CAMERA_WORDS: Final = MappingProxyType(
    {
        "offline": ("相机连不上，检查线", "Camera not connected: check its cable"),
        "stale": ("相机画面停了，重新插线", "The camera's picture stands still: plug it in again"),
        "not_found": ("找不到相机，检查线", "Camera not found: check its cable"),
        "no_picture": ("相机没有画面", "The camera shows nothing"),
        "lost": ("相机断开了，检查线", "Camera unplugged: check its cable"),
        "in_use": ("相机被别的程序占用", "Another program uses the camera"),
        "refused": ("相机拒绝连接，检查地址", "The camera refuses: check its address and port"),
        "no_login": ("相机密码不对", "The camera's name or password is wrong"),
        "silent": ("相机没有画面，检查电源和线", "The camera went quiet: check its power and cable"),
        "frozen": ("相机画面不动了，重新插线", "The camera's picture stands still: plug it in again"),
        "dark": ("相机一片黑，看看镜头", "The camera sees only black: uncover its lens"),
        "ambiguous": ("有两台一样的相机，拔掉一台", "Two cameras of this kind: unplug one or add its serial number"),
        "no_video": ("这个地址没有视频", "No video at the camera's address"),
        "not_understood": ("看不懂相机的视频", "The camera's video is not understood"),
        "no_files": ("照片文件夹是空的", "The folder has no pictures"),
        "unreadable": ("照片文件读不了", "A picture of the folder cannot be read"),
        "no_pyav": ("网络相机组件没装，找管理员", "RTSP needs the rtsp extra: ask the administrator"),
        "no_multimedia": ("缺少系统组件，找管理员", "A system package is missing: ask the administrator"),
        "no_program": ("相机程序启动不了，找管理员", "The camera's reader does not start: ask the administrator"),
        "unreachable": ("相机连不上，检查网络", "Camera not reached: check the network"),
        "no_permission": ("没有权限使用相机，找管理员", "No permission for the camera: ask the administrator"),
    }
)
WHY: Final = MappingProxyType(
    {
        "no_camera": ("没有这台相机", "no such camera"),
        "busy": ("相机忙", "the camera is busy"),
        "stopped": ("相机停了", "the camera has stopped"),
        "late": ("相机没有回答", "the camera does not answer"),
        "no_room": ("磁盘预算用完", "the disk's budget is used up"),
        "not_stored": ("存不进磁盘", "the disk does not take it"),
        "not_written": ("写不进磁盘", "the disk does not take it"),
        "no_segment": ("最后一段没有来", "its last part did not come"),
        "no_picture": ("相机没有画面", "the camera shows nothing"),
        "restart": ("重新启动过", "the bench was restarted"),
        "closing": ("正在关闭", "the bench is closing"),
    }
)
NOTHING: Final = MappingProxyType(
    {
        "no_camera": ("这个工位没有相机", "This bench has no camera"),
        "photos_enough": ("这个包裹照片够多了", "This parcel has photos enough"),
        "photo_awaited": ("面单已确认，等照片", "Confirmed: waiting for the photo"),
        "photo_known": ("照片已经有了", "The photo is there already"),
    }
)
GAP: Final = Words(zh="录像缺一段（{why}），继续", en="A gap in the video ({why}): go on")
MISSED: Final = Words(zh="没拍到{what}（{why}），继续", en="No photo of {what} ({why}): go on")
TAKING: Final = Words(zh="正在拍照", en="Taking the photo")
TAKING_MORE: Final = Words(zh="拍好自动继续", en="It goes on by itself")


def said(events: Sequence[Event], event: Event | None) -> tuple[Words, Words] | None:
    """Headline and second line of what a camera did; None for what is no camera's, or sets off something that tells."""
    if isinstance(event, PhotoTaken) and len(events) > 1:
        return None
    match event:
        case PhotoAsked():
            return TAKING, _of(event.moment)
        case PhotoTaken():
            return Words(zh="已拍照", en="Photo taken"), _of(event.moment)
        case PhotoMissing():
            return Words(zh="没拍到照片，继续", en="No photo: go on"), missed(event)
        case PhotoWaived():
            return Words(zh="不拍照，继续", en="Without the photo: go on"), Words(zh="已记录", en="It is recorded")
        case VideoGap():
            return Words(zh="录像缺一段，继续", en="A gap in the video: go on"), _why(event.why)
        case VideoRecorded() | VideoEnded():
            return Words(zh="录像已存", en="Video kept"), same(event.camera)
        case MediaRoomChanged():
            return _room(event.room)
        case NothingToDo() if event.what in NOTHING:
            zh, en = NOTHING[event.what]
            return Words(zh=zh, en=en), same("")
        case _:
            return None


def aside(events: Sequence[Event]) -> Words | None:
    """What takes the place of the second line when something is missing; None where nothing is."""
    for event in events:
        if isinstance(event, PhotoMissing):
            return missed(event)
        if isinstance(event, VideoGap):
            return GAP.filled(why=_why(event.why))
    return None


def missed(event: PhotoMissing) -> Words:
    return MISSED.filled(what=_of(event.moment), why=_why(event.why))


def taking(job: Job) -> bool:
    """Whether nothing but a photo is waited for."""
    return job.waits_for_photo and not job.prompts and job.stop is None


def _of(moment: PhotoMoment) -> Words:
    zh, en = PICTURED[moment]
    return Words(zh=zh, en=en)


def _why(why: str) -> Words:
    zh, en = WHY.get(why) or CAMERA_WORDS.get(why) or (why, why)
    return Words(zh=zh, en=en)


def _room(room: MediaRoom) -> tuple[Words, Words]:
    if room is MediaRoom.ALL:
        return Words(zh="磁盘有空间了", en="There is room again"), Words(
            zh="照片和录像照常", en="Photos and video go on"
        )
    more = Words(zh="装箱不受影响；请主管清理磁盘", en="Packing goes on; ask for room on the disk")
    if room is MediaRoom.PHOTOS:
        return Words(zh="磁盘快满，不再录像", en="Disk nearly full: no more video"), more
    return Words(zh="磁盘满，不再拍照", en="Disk full: no more photos"), more
