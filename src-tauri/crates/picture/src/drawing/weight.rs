//! What a drawing may contain, and how much of it there is once every reference is followed.
//!
//! A few hundred bytes of references to references draw more than a computer paints in a year. So
//! everything is counted before anything is copied: an element weighs one, what is in it, and what
//! it refers to.

use std::collections::HashMap;

use resvg::usvg::roxmltree::Document;
use resvg::usvg::roxmltree::Node;
use resvg::usvg::roxmltree::NodeId;

use crate::PictureFault;

/// The most elements, references followed; a detailed logo has some hundreds.
const MOST: u64 = 10_000;

/// The most elements inside each other, references followed.
const DEEPEST: u32 = 64;

/// A step of a filter works on the whole picture.
const FILTER_STEP: u64 = 50;

/// The longest declarations of entities, and the most references where there are any: together
/// they bound what a text can grow to, some 50 MB, while it is parsed.
const LONGEST_ENTITIES: usize = 4096;
const MOST_REFERENCES: usize = 64;

/// Refuses entities beyond the few names by which widespread programs shorten addresses.
pub(super) fn check_entities(text: &str) -> Result<(), PictureFault> {
    let (Some(first), Some(last)) = (text.find(ENTITY), text.rfind(ENTITY)) else {
        return Ok(());
    };
    let of_last = text
        .get(last..)
        .and_then(|rest| rest.find('>'))
        .unwrap_or(text.len());
    let is_long = last - first + of_last > LONGEST_ENTITIES;
    if is_long || text.matches('&').count() > MOST_REFERENCES {
        return Err(PictureFault::Intricate);
    }
    Ok(())
}

const ENTITY: &str = "<!ENTITY";

/// Refuses what is not painted here, and more of anything than a logo has.
pub(super) fn check(document: &Document<'_>) -> Result<(), PictureFault> {
    let mut scales = Scales::of(document);
    for node in document.descendants().filter(Node::is_element) {
        match node.tag_name().name() {
            "text" if has_words(node) => return Err(PictureFault::Words),
            "image" | "feImage" => return Err(PictureFault::Embedded),
            // The work they ask for does not show in their number.
            "marker" | "feConvolveMatrix" | "feMorphology" | "feTurbulence" => {
                return Err(PictureFault::Intricate);
            }
            _ => {}
        }
    }
    scales.weigh(document.root_element(), 0)?;
    Ok(())
}

fn has_words(text: Node<'_, '_>) -> bool {
    let mut inside = text.descendants().filter_map(|node| node.text());
    inside.any(|words| !words.trim().is_empty())
}

struct Scales<'d, 'i> {
    /// An id that stands twice means either.
    by_id: HashMap<&'d str, Vec<Node<'d, 'i>>>,
    rules: Vec<Rule<'d>>,
    /// The weight and depth of an element; none while it is being weighed.
    known: HashMap<NodeId, Option<(u64, u32)>>,
}

/// A style rule that refers to something.
struct Rule<'d> {
    selector: &'d str,
    ids: Vec<&'d str>,
}

impl<'d, 'i> Scales<'d, 'i> {
    fn of(document: &'d Document<'i>) -> Self {
        let mut by_id: HashMap<_, Vec<_>> = HashMap::new();
        for node in document.descendants().filter(Node::is_element) {
            if let Some(id) = node.attribute("id") {
                by_id.entry(id).or_default().push(node);
            }
        }
        let styles = document
            .descendants()
            .filter(|node| node.tag_name().name() == "style");
        let texts = styles.flat_map(|style| style.descendants().filter_map(|node| node.text()));
        Self {
            by_id,
            rules: texts.flat_map(rules).collect(),
            known: HashMap::new(),
        }
    }

    /// The weight of an element and how deep it goes, all references followed.
    fn weigh(&mut self, node: Node<'d, 'i>, above: u32) -> Result<(u64, u32), PictureFault> {
        match self.known.get(&node.id()) {
            Some(Some((weight, depth))) if above + depth <= DEEPEST => {
                return Ok((*weight, *depth));
            }
            // What refers to itself would never end.
            Some(_) => return Err(PictureFault::Intricate),
            None => {}
        }
        if above > DEEPEST {
            return Err(PictureFault::Intricate);
        }
        self.known.insert(node.id(), None);
        let name = node.tag_name().name();
        let mut weight = if name.starts_with("fe") {
            FILTER_STEP
        } else {
            1
        };
        let mut depth = 1;
        let children = node.children().filter(Node::is_element);
        let parts: Vec<_> = children.chain(self.referred(node)).collect();
        for part in parts {
            let (more, deeper) = self.weigh(part, above + 1)?;
            weight += more;
            depth = depth.max(deeper + 1);
            if weight > MOST {
                return Err(PictureFault::Intricate);
            }
        }
        self.known.insert(node.id(), Some((weight, depth)));
        Ok((weight, depth))
    }

    /// What an element refers to: by its attributes, and by the rules that may be meant for it.
    fn referred(&self, node: Node<'d, 'i>) -> Vec<Node<'d, 'i>> {
        let by_attributes = node.attributes().flat_map(|attribute| {
            let link = attribute.value().trim().strip_prefix('#');
            let link = link.filter(|_| attribute.name() == "href");
            link.into_iter().chain(ids(attribute.value()))
        });
        let by_rules = self.rules.iter().filter(|rule| rule.may_mean(node));
        by_attributes
            .chain(by_rules.flat_map(|rule| rule.ids.iter().copied()))
            .filter_map(|id| self.by_id.get(id))
            .flatten()
            .copied()
            .collect()
    }
}

impl Rule<'_> {
    /// Whether the selector names the element's kind, id or one of its classes, or anything.
    fn may_mean(&self, node: Node<'_, '_>) -> bool {
        let is_name = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
        let classes = node.attribute("class").unwrap_or_default();
        let mut names = self
            .selector
            .split(|c| !is_name(c))
            .filter(|name| !name.is_empty());
        self.selector.contains(['*', '[', ':'])
            || names.any(|name| {
                name == node.tag_name().name()
                    || Some(name) == node.attribute("id")
                    || classes.split_whitespace().any(|class| class == name)
            })
    }
}

/// The rules of a style sheet that refer to something.
fn rules(sheet: &str) -> impl Iterator<Item = Rule<'_>> {
    sheet.split('}').filter_map(|rule| {
        let (selector, declarations) = rule.rsplit_once('{')?;
        let ids: Vec<&str> = ids(declarations).collect();
        (!ids.is_empty()).then_some(Rule { selector, ids })
    })
}

/// The ids in `url(#id)`, with or without quotation marks.
fn ids(value: &str) -> impl Iterator<Item = &str> {
    let references = value.split("url(").skip(1);
    references.filter_map(|rest| {
        let (inside, _) = rest.split_once(')')?;
        let inside = inside.trim_matches(|c: char| c.is_whitespace() || c == '"' || c == '\'');
        inside.strip_prefix('#')
    })
}
