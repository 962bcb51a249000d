//! The codes of the faults of `picture`.

use roomkey_picture::LARGEST_FILE;
use roomkey_picture::MOST_PIXELS;
use roomkey_picture::PictureFault;

use super::Description;
use super::ErrorCode;

pub(super) fn picture(fault: PictureFault) -> Description {
    let plain = |code| (code, Vec::new());
    let most = |code, most: String| (code, vec![("most", most)]);
    match fault {
        PictureFault::FileTooLarge => {
            most(ErrorCode::PictureTooLarge, (LARGEST_FILE >> 20).to_string())
        }
        PictureFault::NotAPicture => plain(ErrorCode::PictureFormat),
        PictureFault::OtherKind { named, found } => (
            ErrorCode::PictureOtherKind,
            vec![("named", named.to_string()), ("found", found.to_string())],
        ),
        PictureFault::TooManyPixels => {
            let millions = MOST_PIXELS / 1_000_000;
            most(ErrorCode::PictureTooManyPixels, millions.to_string())
        }
        PictureFault::Damaged => plain(ErrorCode::PictureDamaged),
        PictureFault::Words => plain(ErrorCode::PictureWords),
        PictureFault::Embedded => plain(ErrorCode::PictureEmbedded),
        PictureFault::Intricate => plain(ErrorCode::PictureIntricate),
    }
}
