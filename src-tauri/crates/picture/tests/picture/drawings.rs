//! Drawings: what is painted, what is left out, and what is refused.

use std::fmt::Write;

use roomkey_picture::PictureFault;
use roomkey_picture::Purpose;

use crate::made;
use crate::pixels;

fn svg(inside: &str) -> String {
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 20 10">{inside}</svg>"#
    )
}

fn fault(inside: &str) -> PictureFault {
    match made(svg(inside).as_bytes(), Purpose::Logo) {
        Ok(_) => panic!("it was painted"),
        Err(fault) => fault,
    }
}

/// The pixel in the middle of the drawing.
fn middle(inside: &str) -> [u8; 4] {
    let painted = made(svg(inside).as_bytes(), Purpose::Logo);
    let painted = pixels(&painted.unwrap_or_else(|fault| panic!("{inside}: {fault}")));
    assert_eq!(painted.dimensions(), (512, 256));
    painted.get_pixel(256, 128).0
}

#[test]
fn a_drawing_is_painted_with_its_styles_and_gradients() {
    assert_eq!(
        middle(r##"<rect width="20" height="10" fill="#00aa77"/>"##),
        [0, 0xaa, 0x77, 255]
    );
    assert_eq!(middle(""), [0; 4]);
    let styled = r##"<style>.a{fill:url(#g)} .b{opacity:.5}</style>
        <linearGradient id="g"><stop stop-color="#f00"/></linearGradient>
        <g class="b"><rect class="a" width="20" height="10"/></g>"##;
    assert_eq!(middle(styled), [255, 0, 0, 128]);
}

#[test]
fn a_shadow_as_design_programs_write_it_is_painted() {
    let shadow = r##"<filter id="s"><feFlood flood-opacity="0"/><feOffset dy="1"/><feGaussianBlur stdDeviation="1"/>
        <feColorMatrix values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0.25 0"/><feBlend in="SourceGraphic"/></filter>
        <clipPath id="c"><rect width="20" height="10"/></clipPath>
        <g clip-path="url(#c)" filter="url('#s')"><rect width="20" height="10" fill="#123456"/></g>"##;
    assert_eq!(middle(shadow)[3], 255);
}

/// Only pixels come out, so nothing that could act is left; and nothing of it is drawn.
#[test]
fn what_could_act_is_gone() {
    for hostile in [
        r#"<script>document.title = 1</script>"#,
        r#"<foreignObject width="20" height="10"><body xmlns="http://www.w3.org/1999/xhtml"><p>x</p></body></foreignObject>"#,
        r#"<use href="https://example.org/x.svg#a"/>"#,
        r#"<use xlink:href="file:///etc/passwd"/>"#,
        r#"<a href="javascript:alert(1)"><g onclick="alert(1)"/></a>"#,
        r#"<style>@import url(https://example.org/x.css);</style>"#,
        r#"<animate attributeName="x" from="0" to="1"/>"#,
    ] {
        let made = made(svg(hostile).as_bytes(), Purpose::Logo).unwrap();
        assert!(made.starts_with(b"\x89PNG"));
        assert_eq!(middle(hostile), [0; 4], "{hostile}");
    }
}

#[test]
fn words_and_pictures_inside_are_refused() {
    assert_eq!(fault(r#"<text y="9">Acme</text>"#), PictureFault::Words);
    assert_eq!(
        fault("<text><tspan>Acme</tspan></text>"),
        PictureFault::Words
    );
    assert_eq!(middle("<text> </text>"), [0; 4]);
    for image in [
        r#"<image href="file:///etc/passwd" width="9" height="9"/>"#,
        r#"<image xlink:href="data:image/png;base64,iVBORw0KGgo=" width="9" height="9"/>"#,
        r#"<filter id="f"><feImage href="https://example.org/x.png"/></filter>"#,
    ] {
        assert_eq!(fault(image), PictureFault::Embedded, "{image}");
    }
}

/// Ten references to ten references, nine times over: a thousand million rectangles.
#[test]
fn references_that_multiply_are_refused() {
    let by_use = |id: &str| format!(r##"<use href="#{id}"/>"##);
    let by_mask = |id: &str| format!(r##"<rect width="9" height="9" mask="url(#{id})"/>"##);
    let by_style = |id: &str| format!(r##"<rect width="9" height="9" class="{id}"/>"##);
    for (tag, refer) in [
        ("g", &by_use as &dyn Fn(&str) -> String),
        ("mask", &by_mask),
        ("mask", &by_style),
    ] {
        let mut drawing = r#"<rect id="l0" width="9" height="9"/>"#.to_owned();
        for level in 1..10 {
            let inside = refer(&format!("l{}", level - 1)).repeat(10);
            write!(drawing, r#"<{tag} id="l{level}">{inside}</{tag}>"#).unwrap();
            write!(drawing, "<style>.l{level}{{mask:url(#l{level})}}</style>").unwrap();
        }
        drawing.push_str(&refer("l9"));
        assert_eq!(fault(&drawing), PictureFault::Intricate, "{tag}");
    }
}

/// Which of two elements an id means is for the painter to know: a light one hides no heavy one.
#[test]
fn an_id_that_stands_twice_means_both() {
    let heavy = format!(r#"<g id="a">{}</g>"#, "<g/>".repeat(500));
    let light = r#"<g id="a"/>"#;
    let uses = r##"<use href="#a"/>"##.repeat(50);
    for twice in [format!("{heavy}{light}"), format!("{light}{heavy}")] {
        assert_eq!(fault(&format!("{twice}{uses}")), PictureFault::Intricate);
    }
}

#[test]
fn what_refers_to_itself_is_refused() {
    assert_eq!(
        fault(r##"<g id="a"><use href="#a"/></g>"##),
        PictureFault::Intricate
    );
    let circle = r##"<pattern id="p" width="1" height="1"><rect fill="url(#p)"/></pattern>"##;
    assert_eq!(fault(circle), PictureFault::Intricate);
}

#[test]
fn what_is_nested_without_end_is_refused() {
    let deep = format!("{}{}", "<g>".repeat(100_000), "</g>".repeat(100_000));
    assert_eq!(fault(&deep), PictureFault::Intricate);
    assert_eq!(fault(&"<g/>".repeat(20_000)), PictureFault::Intricate);
    assert_eq!(
        made(svg(&" ".repeat(2 << 20)).as_bytes(), Purpose::Logo).unwrap_err(),
        PictureFault::Intricate
    );
}

/// Text that grows: entities of entities, and one long entity named often.
#[test]
fn entities_name_addresses_and_nothing_more() {
    let with = |entities: &str, inside: &str| {
        let text = format!("<!DOCTYPE svg [{entities}]>{}", svg(inside));
        made(text.as_bytes(), Purpose::Logo)
    };
    let address = r#"<!ENTITY ns "http://ns.example.org/x/">"#;
    assert!(with(address, r#"<g xmlns:x="&ns;"/>"#).is_ok());
    let long = format!(r#"<!ENTITY a "{}">"#, "a".repeat(100_000));
    assert_eq!(with(&long, "&a;").unwrap_err(), PictureFault::Intricate);
    let often = format!(r#"<g id="{}"/>"#, "&ns;".repeat(100));
    assert_eq!(with(address, &often).unwrap_err(), PictureFault::Intricate);
    let stolen = r#"<!ENTITY s SYSTEM "file:///etc/passwd">"#;
    assert_eq!(
        with(stolen, r#"<g id="&s;"/>"#).unwrap_err(),
        PictureFault::Damaged
    );
}

#[test]
fn what_was_cut_off_is_damaged() {
    let whole = svg(r#"<rect width="20" height="10"/>"#);
    for length in [10, whole.len() / 2, whole.len() - 1] {
        let fault = made(whole.get(..length).unwrap().as_bytes(), Purpose::Logo).unwrap_err();
        assert_eq!(fault, PictureFault::Damaged, "{length}");
    }
    assert_eq!(
        made(b"<svg \xff/>", Purpose::Logo).unwrap_err(),
        PictureFault::Damaged
    );
    let empty = br#"<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"/>"#;
    assert_eq!(
        made(empty, Purpose::Logo).unwrap_err(),
        PictureFault::Damaged
    );
}
