"""The terminal's commands: parse, call, print. Every message says what to do next.

Exit codes: 0 done; 1 nothing could be done; 3 done, but some papers failed or were partly read.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from corpus.errors import StedenbandError

app = typer.Typer(
    name="stedenband",
    help="Reads Dutch council papers and keeps what they say of ties with foreign governments.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
# Where `model train` and `model evaluate` look for public data sets, and write their table.
DATA = Path("../shared/data")
SCORES = Path("stedenband-models/scores.csv")
PAPERS = Path("benchmarks/papers")  # annotated papers, for `model train`
model = typer.Typer(help="The Dutch pipelines and the theme classifier.", no_args_is_help=True)
app.add_typer(model, name="model")

Out = Annotated[str | None, typer.Option("--out", help="Folder of the results.")]
Json = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]
Config = Annotated[Path | None, typer.Option("--config", help="Settings; ./stedenband.toml.")]


@app.command()
def run(
    papers: Annotated[list[str] | None, typer.Argument(help="Files, folders, globs, URLs.")] = None,
    out: Out = None,
    config: Config = None,
    workers: Annotated[int | None, typer.Option(help="Processes; 0 is all processors.")] = None,
    runner: Annotated[str | None, typer.Option(help="auto, here, processes or dask.")] = None,
    watch: Annotated[str | None, typer.Option(help="Prefect: auto, always or never.")] = None,
    as_json: Json = False,
) -> None:
    """Read papers (none given: the samples) and write records, tables, maps and site."""
    from flows.settings import load_settings

    settings = load_settings(config, out=out, workers=workers, runner=runner, watch=watch)
    _run(tuple(papers or ()), settings, as_json=as_json)


@app.command()
def refresh(config: Config = None, out: Out = None, as_json: Json = False) -> None:
    """Ask every configured source for new and changed papers and run them."""
    from flows.refresh import refresh_places
    from flows.settings import load_settings

    settings = load_settings(config, out=out)
    _run(refresh_places(settings), settings, as_json=as_json)


def _run(places: tuple[str, ...], settings: object, *, as_json: bool) -> None:
    from flows.settings import Settings
    from flows.terminal import print_json, progress, result_as_json, tell_result
    from flows.watch import run_or_watch

    assert isinstance(settings, Settings)
    with progress(quiet=as_json) as report:
        result = run_or_watch(places, settings, report=report)
    tell_result(result)
    if as_json:
        print_json(result_as_json(result))
    raise typer.Exit(result.exit_code)


@app.command()
def schedule(
    cron: Annotated[str, typer.Option(help='When, e.g. "0 6 * * 1".')],
    config: Config = None,
) -> None:
    """Serve `refresh` as a Prefect deployment on a schedule (Europe/Amsterdam)."""
    from flows.schedule import serve_refresh

    serve_refresh(cron, config)


@app.command()
def show(
    record_id: Annotated[str, typer.Argument(help="A record's id, or a PDF with --page.")],
    out: Out = None,
    page: Annotated[int | None, typer.Option(help="Draw this page with what is on it.")] = None,
    to: Annotated[Path | None, typer.Option(help="The picture; default OUT/PAPER-N.png.")] = None,
    why: Annotated[bool, typer.Option("--why", help="Also what the decision rested on.")] = False,
    as_json: Json = False,
) -> None:
    """Print one record with its evidence; or draw a page of a PDF with what was found on it."""
    from flows.look import find_record, picture_page
    from flows.settings import load_settings
    from flows.terminal import print_json, print_record

    settings = load_settings(out=out)
    if page is not None:
        sys.stdout.write(f"{picture_page(Path(record_id), page, settings, to)}\n")
        return
    record = find_record(record_id, settings, why=why)
    if as_json:
        print_json(record)
    else:
        print_record(record)


@app.command()
def drift(
    by: Annotated[str, typer.Option(help="place or all.")] = "all",
    window: Annotated[str, typer.Option(help="year, period or a number of papers.")] = "period",
    out: Out = None,
    as_json: Json = False,
) -> None:
    """Print how themes shift over time."""
    from flows.look import drift_rows
    from flows.settings import load_settings
    from flows.terminal import print_json, print_rows

    rows = drift_rows(load_settings(out=out), by=by, window=window)
    if as_json:
        print_json(rows)
    elif rows:
        print_rows(rows, tuple(rows[0])[1:], title="Drift of themes")
    else:
        sys.stdout.write("Too few dated passages to say anything of drift.\n")


@app.command()
def export(
    format_: Annotated[
        str, typer.Option("--format", help="csv xlsx parquet jsonl ftm datapackage")
    ],
    out: Out = None,
    to: Annotated[Path | None, typer.Option(help="Where to; default OUT/export.")] = None,
) -> None:
    """Write the dataset in another format; print where it is."""
    from flows.look import export_dataset
    from flows.settings import load_settings

    for path in export_dataset(load_settings(out=out), format_, to):
        sys.stdout.write(f"{path}\n")


@app.command()
def site(
    out: Out = None,
    serve: Annotated[bool, typer.Option("--serve", help="Serve it on 127.0.0.1.")] = False,
    port: int = 8000,
) -> None:
    """Build the site of the dataset; with --serve show it on this machine only."""
    from flows.look import build_site, serve_site
    from flows.settings import load_settings

    folder = build_site(load_settings(out=out))
    sys.stdout.write(f"{folder / 'index.html'}\n")
    if serve:
        serve_site(folder, port)


@app.command()
def doctor(as_json: Json = False) -> None:
    """Say what is installed, what is missing, what that costs and how to get it."""
    from flows.doctor import examine
    from flows.terminal import print_json, print_rows

    findings = examine()
    if as_json:
        print_json(findings)
    else:
        print_rows(findings, ("part", "state", "means", "remedy"), title="stedenband doctor")
    if any(finding["state"] == "broken" for finding in findings):
        raise typer.Exit(1)


@model.command("info")
def model_info(as_json: Json = False) -> None:
    """Say which pipeline and classifier are in use."""
    from flows.terminal import print_json, print_rows
    from flows.train import model_facts

    facts = model_facts()
    if as_json:
        print_json(facts)
    else:
        print_rows(facts, tuple(facts[0]), title="Models in use")


@model.command("install")
def model_install() -> None:
    """Fetch nl_core_news_lg with spaCy's own downloader."""
    from flows.train import install_pipeline

    install_pipeline()


@model.command("train")
def model_train(
    what: Annotated[str, typer.Argument(help="themes, actors, ties, events or dutch.")] = "themes",
    data: Annotated[Path, typer.Option(help="Folder of the treebank and the name sets.")] = DATA,
    papers: Annotated[Path, typer.Option(help="Folder of annotated papers.")] = PAPERS,
    taxonomy: Annotated[Path | None, typer.Option(help="themes: your own themes (TOML).")] = None,
    examples: Annotated[Path | None, typer.Option(help="themes: your own passages.")] = None,
    to: Annotated[Path | None, typer.Option(help="Folder for the new model.")] = None,
) -> None:
    """Train a classifier, or the Dutch pipeline (an hour and a half; docs/models.md)."""
    from flows.train import (
        train_actor_classifier,
        train_classifier,
        train_events,
        train_pipeline,
        train_relation_classifier,
    )

    trainings = {
        "themes": lambda: train_classifier(to, taxonomy, examples),
        "actors": lambda: train_actor_classifier(papers, to),
        "ties": lambda: train_relation_classifier(papers, to),
        "events": lambda: train_events(papers, to),
        "dutch": lambda: train_pipeline(data, to),
    }
    if what not in trainings:
        raise typer.BadParameter(f"{what!r}: say {', '.join(trainings)}")
    made = trainings[what]()
    sys.stdout.write(f"{made}\n")


@model.command("evaluate")
def model_evaluate(
    pipelines: Annotated[list[str] | None, typer.Argument(help="Default: all installed.")] = None,
    data: Annotated[Path, typer.Option(help="Folder of the public test sets.")] = DATA,
    to: Annotated[Path, typer.Option(help="The table as CSV.")] = SCORES,
    as_json: Json = False,
) -> None:
    """Score pipelines and the theme classifier on what they were not trained on."""
    from flows.evaluate import evaluate_classifier, evaluate_pipelines, write_scores
    from flows.terminal import print_json, print_rows

    found = data if data.is_dir() else None
    if found is None:
        sys.stderr.write(f"{data} is not there: only the project's own test sentences are used.\n")
    rows = [*evaluate_pipelines(found, pipelines or ()), *evaluate_classifier()]
    write_scores(rows, to)
    if as_json:
        print_json(rows)
    else:
        print_rows(rows, tuple(rows[0]), title="On what they were not trained on")
        sys.stderr.write(f"Written to {to}\n")


def main() -> None:
    """The console script: our own errors become one line and exit code 1."""
    try:
        app()
    except StedenbandError as error:
        sys.stderr.write(f"stedenband: {error}\n")
        sys.exit(1)
    except KeyboardInterrupt:
        sys.stderr.write("stedenband: stopped; what was finished is kept.\n")
        sys.exit(130)
