//! The report as one page that can be printed: no script, nothing loaded. Its
//! words come from the interface, which has them in the person's language.

use serde::Deserialize;
use ts_rs::TS;

/// What the page says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, rename = "ProofPage")]
pub struct PageText {
    /// The language of the words, such as "en".
    pub language: String,
    /// The heading.
    pub title: String,
    /// The sentence that sums it up.
    pub summary: String,
    /// Tenant, room, date and the like: what it is, and which.
    pub facts: Vec<(String, String)>,
    /// The table's headings: case, expected, granted, result, time.
    pub columns: Vec<String>,
    /// The table, part by part.
    pub groups: Vec<PageGroup>,
}

/// A part of the table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, rename = "ProofPageGroup")]
pub struct PageGroup {
    /// Its heading.
    pub title: String,
    /// Its lines.
    pub lines: Vec<PageLine>,
}

/// One case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, rename = "ProofPageLine")]
pub struct PageLine {
    /// What stands in each column.
    pub cells: Vec<String>,
    /// In what it differs.
    pub differences: Vec<String>,
    /// Whether it differs.
    pub differs: bool,
}

/// The page as HTML.
pub fn html(text: &PageText) -> String {
    let language = escaped(&text.language);
    let (title, summary) = (escaped(&text.title), escaped(&text.summary));
    let facts: String = text
        .facts
        .iter()
        .map(|(name, value)| format!("<dt>{}</dt><dd>{}</dd>\n", escaped(name), escaped(value)))
        .collect();
    let columns: String = text
        .columns
        .iter()
        .map(|column| format!("<th scope=\"col\">{}</th>", escaped(column)))
        .collect();
    let groups: String = text
        .groups
        .iter()
        .map(|each| group(each, text.columns.len()))
        .collect();
    format!(
        "<!doctype html>
<html lang=\"{language}\">
<head>
<meta charset=\"utf-8\">
<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">
<title>{title}</title>
<style>{STYLE}</style>
</head>
<body>
<h1>{title}</h1>
<p class=\"summary\">{summary}</p>
<dl>
{facts}</dl>
<table>
<thead><tr>{columns}</tr></thead>
{groups}</table>
</body>
</html>
"
    )
}

fn group(group: &PageGroup, columns: usize) -> String {
    let lines: String = group.lines.iter().map(line).collect();
    format!(
        "<tbody>\n<tr><th colspan=\"{columns}\" scope=\"rowgroup\">{}</th></tr>\n{lines}</tbody>\n",
        escaped(&group.title)
    )
}

fn line(line: &PageLine) -> String {
    let cells: String = line
        .cells
        .iter()
        .map(|cell| format!("<td>{}</td>", escaped(cell)))
        .collect();
    let class = if line.differs {
        " class=\"differs\""
    } else {
        ""
    };
    let mut row = format!("<tr{class}>{cells}</tr>\n");
    for difference in &line.differences {
        row.push_str(&format!(
            "<tr{class}><td></td><td colspan=\"{}\">{}</td></tr>\n",
            line.cells.len().saturating_sub(1).max(1),
            escaped(difference)
        ));
    }
    row
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// Light alone, because it is for paper.
const STYLE: &str = "
body { margin: 2rem auto; max-width: 60rem; padding: 0 1.5rem; font: 15px/22px system-ui, sans-serif; color: #1c2024; background: #fff; }
h1 { margin: 0; font-size: 24px; line-height: 32px; }
.summary { margin: 0.25rem 0 1.5rem; font-size: 18px; line-height: 26px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1.5rem; margin: 0 0 1.5rem; }
dt { color: #60646c; }
dd { margin: 0; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 0.4rem 0.75rem 0.4rem 0; border-bottom: 1px solid #d9d9e0; text-align: start; vertical-align: top; }
thead th { color: #60646c; font-weight: 500; }
tbody th { padding-top: 1.25rem; }
tr { break-inside: avoid; }
.differs td { color: #a31a1a; }
td:last-child { white-space: nowrap; }
@page { margin: 15mm; }
";
