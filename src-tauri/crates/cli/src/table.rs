//! Columns of text, aligned.

/// Lines of cells; every column but the last is as wide as its widest cell.
/// Widths count characters, before any colour is put on.
pub(crate) struct Table<const COLUMNS: usize> {
    indent: usize,
    lines: Vec<[String; COLUMNS]>,
}

impl<const COLUMNS: usize> Table<COLUMNS> {
    /// An empty table, that many spaces from the left.
    pub(crate) fn new(indent: usize) -> Self {
        Self {
            indent,
            lines: Vec::new(),
        }
    }

    /// Adds a line.
    pub(crate) fn line(&mut self, cells: [&str; COLUMNS]) {
        self.lines.push(cells.map(str::to_owned));
    }

    /// The text; `colour` is given each cell's column, its line's number and its padded text.
    pub(crate) fn render(&self, colour: impl Fn(usize, usize, &str) -> String) -> String {
        let widths: Vec<usize> = (0..COLUMNS)
            .map(|column| {
                let width = |line: &[String; COLUMNS]| {
                    line.get(column).map_or(0, |cell| cell.chars().count())
                };
                self.lines.iter().map(width).max().unwrap_or(0)
            })
            .collect();
        let mut text = String::new();
        for (number, line) in self.lines.iter().enumerate() {
            let used = line.iter().rposition(|cell| !cell.is_empty()).unwrap_or(0);
            text.push_str(&" ".repeat(self.indent));
            for (column, (cell, width)) in line.iter().zip(&widths).enumerate().take(used + 1) {
                let padding = if column == used {
                    0
                } else {
                    width + 2 - cell.chars().count()
                };
                text.push_str(&colour(column, number, cell));
                text.push_str(&" ".repeat(padding));
            }
            text.push('\n');
        }
        text
    }

    /// The text without colours.
    pub(crate) fn plain(&self) -> String {
        self.render(|_, _, cell| cell.to_owned())
    }
}
