// nucong directive tree: which directive rests on which.
#include "answer/json_writer.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "directive/paper/paper_forest.hpp"
#include "directive/paper/paper_graph.hpp"

namespace nucong::cli {
namespace {

using directive::Paper;
using directive::PaperEdge;
using directive::PaperLine;

constexpr std::size_t name_columns_max = 48;
constexpr std::size_t title_columns_max = 80;
constexpr std::size_t drawn_depth_max =
    20;  // deeper lines are not set further in, or a page would not hold them

// Directives as we came to hold them: adopted, or from files.
struct Holding {
  std::vector<directive::HeldPaper> papers;
  std::vector<std::string> names;    // of each: "D1", "huongdan.txt"
  std::vector<std::size_t> targets;  // of each
  std::string key;                   // of the names: "directive" or "file"
  directive::PaperGraph graph;
  directive::PaperForest forest;
};

Decimal decimal(std::size_t number) {
  return Decimal{static_cast<std::int64_t>(number)};
}

Result<Holding> from_files(Session& session, const std::vector<std::string>& files) {
  Holding held;
  held.key = "file";
  for (const auto& file : files) {
    TRY(const auto document, session.document(file));
    TRY(const auto text, nfc(document.text));
    auto reading = directive::read(text);
    held.papers.push_back({directive::head_of(text), std::move(reading.citations)});
    held.names.push_back(file);
    held.targets.push_back(reading.targets.size());
  }
  return held;
}

Result<Holding> from_database(Session& session) {
  TRY(const auto ports, session.ports());
  TRY(auto directives, ports.database.directives());
  Holding held;
  held.key = "directive";
  for (auto& adopted : directives) {
    auto head = directive::head_of(adopted.text);
    if (head.number.empty()) head.number = adopted.number;
    held.papers.push_back({std::move(head), std::move(adopted.citations)});
    held.names.push_back(adopted.id);
    held.targets.push_back(adopted.targets.size());
  }
  return held;
}

// "41/HD-CĐ"; "Luật Công đoàn" where there is no number, or only "28".
std::string name_of(const Paper& paper) {
  const bool numbered = paper.number.find_first_of("/-") != std::string::npos;
  return numbered || paper.title.empty() ? paper.number : paper.title;
}

std::string day_of(const Paper& paper) {
  return paper.date ? format_date(*paper.date) : std::string{};
}

std::string held_as(const Holding& held, const Paper& paper) {
  std::string names;
  for (const std::size_t copy : paper.held) names += (names.empty() ? "" : ", ") + held.names[copy];
  return names;
}

// Copies state the same targets.
ViewValue targets_of(const Holding& held, const Paper& paper) {
  if (paper.held.empty()) return {};
  return decimal(held.targets[paper.held.front()]);
}

// ---- for people

std::vector<ViewValue> row_of(const app::Words& words, const Holding& held, const PaperLine& line,
                              std::string_view seen) {
  const Paper& paper = held.graph.papers[line.paper];
  const std::string name = cut_to_width(printable(name_of(paper)), name_columns_max);
  const std::string set_in(2 * std::min(line.depth, drawn_depth_max), ' ');
  if (line.again) return {set_in + name, std::string{}, words.text(seen), std::string{}, {}};
  const std::string title = name_of(paper) == paper.title ? "" : paper.title;
  return {set_in + name, day_of(paper), cut_to_width(printable(title), title_columns_max),
          paper.held.empty() ? words.text("directive.only_cited." + held.key) : held_as(held, paper),
          targets_of(held, paper)};
}

View tree_view(const app::Words& words, const Holding& held) {
  View view{{{"paper", words.text("column.paper"), Align::left, 24},
             {"date", words.text("column.day"), Align::left, 10},
             {"title", words.text("column.title"), Align::left, 16},
             {held.key, words.text("column." + held.key), Align::left, 8},
             {"targets", words.text("column.targets"), Align::right}},
            {}};
  std::vector<bool> stood(held.graph.papers.size(), false);
  for (const PaperLine& line : held.forest.lines) {
    const bool above = stood[line.paper];
    if (!line.again) stood[line.paper] = true;
    view.rows.push_back(row_of(words, held, line, above ? "directive.see_above" : "directive.see_below"));
  }
  return view;
}

Result<> show(Session& session, const Holding& held) {
  if (held.papers.empty()) return session.say("directive.none");
  TRY(session.print(tree_view(session.words(), held)));
  for (const PaperEdge& edge : held.forest.circular) {
    TRY(session.say("directive.circular", {{"from", name_of(held.graph.papers[edge.from])},
                                           {"cites", name_of(held.graph.papers[edge.cites])}}));
  }
  return ok();
}

// ---- for programs

void write_paper(JsonWriter& json, const Holding& held, std::size_t at) {
  const Paper& paper = held.graph.papers[at];
  const auto or_null = [](const std::string& text) {
    return text.empty() ? std::optional<std::string>{} : std::optional{text};
  };
  json.open_object();
  json.member("id", decimal(at + 1));
  json.key("kind").value(directive::name_of(paper.kind));
  json.member("number", or_null(paper.number));
  json.member("date", or_null(day_of(paper)));
  json.member("title", or_null(paper.title));
  json.member("held", !paper.held.empty());
  json.key(held.key + "s").open_array();
  for (const std::size_t copy : paper.held) json.value(held.names[copy]);
  json.close_array().key("targets");
  if (const auto targets = targets_of(held, paper); const auto* number = std::get_if<Decimal>(&targets))
    json.value(*number);
  else
    json.null();
  json.close_object();
}

std::string graph_as_json(const Holding& held) {
  JsonWriter json;
  json.open_object().key("papers").open_array();
  for (std::size_t at = 0; at < held.graph.papers.size(); ++at) write_paper(json, held, at);
  json.close_array().key("edges").open_array();
  for (const PaperEdge& edge : held.graph.edges)
    json.open_object()
        .member("from", decimal(edge.from + 1))
        .member("cites", decimal(edge.cites + 1))
        .close_object();
  return std::move(json.close_array().close_object()).take();
}

// Numbers are those of the JSON: a printed number may be that of two papers.
View edges_view(const Holding& held) {
  View view{{{"from", ""},
             {"from_paper", ""},
             {"from_" + held.key, ""},
             {"cites", ""},
             {"cites_paper", ""},
             {"cites_" + held.key, ""}},
            {}};
  for (const PaperEdge& edge : held.graph.edges) {
    const Paper& from = held.graph.papers[edge.from];
    const Paper& cites = held.graph.papers[edge.cites];
    view.rows.push_back({decimal(edge.from + 1), name_of(from), held_as(held, from), decimal(edge.cites + 1),
                         name_of(cites), held_as(held, cites)});
  }
  return view;
}

Result<> show_tree(Session& session, const std::vector<std::string>& files) {
  TRY(auto held, files.empty() ? from_database(session) : from_files(session, files));
  held.graph = directive::paper_graph(held.papers);
  if (session.options().format == Format::json) return session.print(graph_as_json(held));
  if (session.options().format == Format::csv) return session.print(edges_view(held));
  held.forest = directive::paper_forest(held.graph);
  return show(session, held);
}

}  // namespace

void add_directive_tree(const CommandLine& directive) {
  const auto files = std::make_shared<std::vector<std::string>>();
  directive.command("tree", "directive.tree")
      .texts("FILE", *files, "tree-files")
      .runs([files](Session& session) { return show_tree(session, *files); });
}

}  // namespace nucong::cli
