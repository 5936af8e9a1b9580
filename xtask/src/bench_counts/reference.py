"""The reference implementations, timed: `reference.py TASK PATH` prints what was computed and how long it took.

Time is that of the processor, without reading the file, so that other programs on the machine add nothing. Each task
imports what it needs by itself: a package that is missing stops no other task.
"""

import csv
import json
import os
import sys
import time

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"


def timed(work):
    begun = time.process_time()
    result = work()
    return time.process_time() - begun, result


def equal_shares(path):
    """pabutools: Method of Equal Shares with cost utilities and add-one, in exact fractions, equal ballots together."""
    from pabutools.election import Cost_Sat, parse_pabulib
    from pabutools.rules import method_of_equal_shares

    instance, profile = parse_pabulib(path)
    profile = profile.as_multiprofile()
    count = lambda: method_of_equal_shares(instance, profile, sat_class=Cost_Sat, voter_budget_increment=1)
    seconds, winners = timed(count)
    return seconds, sorted(project.name for project in winners)


def read_budget(path):
    """Costs, the budget, all voters, and for each project who backs it, as groups of equal ballots."""
    import numpy as np

    part, meta, costs, ballots, voters = None, {}, {}, {}, 0
    with open(path, encoding="utf-8-sig", newline="") as file:
        for row in csv.reader(file, delimiter=";"):
            if len(row) == 1 and row[0].strip() in ("META", "PROJECTS", "VOTES"):
                part, head = row[0].strip(), None
            elif head is None:
                head = [name.strip() for name in row]
            elif part == "META":
                meta[row[0].strip()] = row[1].strip()
            elif part == "PROJECTS":
                entry = dict(zip(head, row))
                costs[entry["project_id"].strip()] = float(entry["cost"])
            elif row:
                voters += 1
                named = frozenset(dict(zip(head, row))["vote"].replace(" ", "").split(","))
                ballots[named] = ballots.get(named, 0) + 1
    weights = np.array(list(ballots.values()), dtype=float)
    backers = {project: [] for project in costs}
    for group, named in enumerate(ballots):
        for project in named:
            if project in backers:
                backers[project].append(group)
    backers = {project: np.array(groups, dtype=int) for project, groups in backers.items() if groups}
    return costs, float(meta["budget"].replace(",", ".")), voters, weights, backers


def equal_shares_floats(path):
    """The same in floating point on grouped ballots, with numpy: what exactness is measured against."""
    import numpy as np

    costs, budget, voters, weights, backers = read_budget(path)
    running = {project: groups for project, groups in backers.items() if costs[project] <= budget}

    def price(purses, project):
        groups = running[project]
        purse = purses[groups]
        order = np.argsort(purse)
        purse, weight = purse[order], weights[groups][order]
        paid = np.cumsum(purse * weight)
        if paid[-1] < costs[project] - 1e-9:
            return None
        before = paid - purse * weight
        each = (costs[project] - before) / np.cumsum(weight[::-1])[::-1]
        return each[np.argmax(each <= purse + 1e-12)]

    def run(endowment):
        purses = np.full(len(weights), endowment)
        best = {project: weights[groups].sum() for project, groups in running.items()}
        winners = []
        while best:
            chosen, votes, each = None, 0.0, 0.0
            for project in sorted(best, key=lambda project: (-best[project], project)):
                if best[project] < votes:
                    break
                found = price(purses, project)
                if found is None:
                    del best[project]
                    continue
                best[project] = costs[project] / found
                if best[project] > votes:
                    chosen, votes, each = project, best[project], found
            if chosen is None:
                break
            groups = running[chosen]
            purses[groups] -= np.minimum(purses[groups], each)
            winners.append(chosen)
            del best[chosen]
        return winners

    def add_one():
        endowment = budget / voters
        winners = run(endowment)
        while True:
            left = budget - sum(costs[project] for project in winners)
            if all(costs[project] > left for project in running if project not in winners):
                return winners
            endowment += 1
            further = run(endowment)
            if sum(costs[project] for project in further) > budget:
                return winners
            winners = further

    seconds, winners = timed(add_one)
    return seconds, sorted(winners)


def instant_runoff(path):
    """pref_voting: instant runoff of truncated ballots, equal ballots together."""
    from pref_voting.iterative_methods import instant_runoff_for_truncated_linear_orders
    from pref_voting.profiles_with_ties import ProfileWithTies

    with open(path, encoding="utf-8-sig") as file:
        candidates = int(file.readline().split()[0])
        rankings, counts = [], []
        for line in file:
            numbers = line.split()
            if numbers == ["0"]:
                break
            counts.append(int(numbers[0]))
            rankings.append({int(number): rank for rank, number in enumerate(numbers[1:-1], 1)})
    profile = ProfileWithTies(rankings, rcounts=counts, candidates=list(range(1, candidates + 1)))
    seconds, winners = timed(lambda: instant_runoff_for_truncated_linear_orders(profile))
    return seconds, [int(winner) for winner in winners]


def opinions(path):
    """red-dwarf: the pipeline of Polis."""
    import gzip

    from reddwarf.implementations.polis import run_pipeline

    with gzip.open(path + "/votes.csv.gz", "rt") as file:
        votes = [
            {"participant_id": int(row["participant"]), "statement_id": int(row["statement"]), "vote": int(row["vote"])}
            for row in csv.DictReader(file)
        ]
    with open(path + "/statements.csv", encoding="utf-8") as file:
        out = [int(row["statement"]) for row in csv.DictReader(file) if row["moderated"] == "-1"]
    seconds, result = timed(lambda: run_pipeline(votes=votes, mod_out_statement_ids=out, random_state=1))
    return seconds, {"participants": len(result.participants_df)}


def leximin(path):
    """sortition-algorithms: LEXIMIN with HiGHS."""
    from pathlib import Path

    from sortition_algorithms import core
    from sortition_algorithms.adapters import CSVStringDataSource, SelectionData
    from sortition_algorithms.settings import Settings

    folder = Path(path)
    quotas = (folder / "categories.csv").read_text().replace("category,feature,min,max", "feature,value,min,max")
    size = int((folder / "panel_size.txt").read_text())
    data = SelectionData(CSVStringDataSource(quotas, (folder / "respondents.csv").read_text()))
    features, _ = data.load_features(size)
    people, _ = data.load_people(Settings(id_column="id", columns_to_keep=[]), features)
    draw = lambda: core.find_random_sample(
        features, people, size, [], selection_algorithm="leximin", solver_backend="highspy"
    )
    seconds, _ = timed(draw)
    return seconds, size


TASKS = {task.__name__: task for task in (equal_shares, equal_shares_floats, instant_runoff, opinions, leximin)}

if __name__ == "__main__":
    seconds, result = TASKS[sys.argv[1]](sys.argv[2])
    print(json.dumps({"seconds": seconds, "result": result}))
