#!/usr/bin/env python3
"""Makes old_tool_results.csv and old_tool_reference.csv: a results file in the columns of
AMT_Real_vs_Fake, and what that tool's analysis says of it.

The analysis is written anew from its description, not from its code: drop the first N_practice pairs
of each row; the method is the folder of a picture's path, the ground truth the most frequent folder;
an answer names the side of the fake, so it is right when it is not gt_side; the fooling rate of a method
is 1 - right/all, pooled. The bootstrap draws workers with replacement and then, within each, trials with
replacement; mean and standard deviation of 10,000 replicates.

Usage: python3 make_reference.py FOLDER
"""

import csv
import random
import sys

PRACTICE, PAIRS, WORKERS = 10, 60, 24
RATES = {"automatic": 0.19, "no-recommendation": 0.27, "full": 0.30}
HEADER = (
    "HITId,HITTypeId,Title,Description,Keywords,Reward,CreationTime,MaxAssignments,"
    "RequesterAnnotation,AssignmentDurationInSeconds,AutoApprovalDelayInSeconds,Expiration,"
    "NumberOfSimilarHITs,LifetimeInSeconds,AssignmentId,WorkerId,AssignmentStatus,AcceptTime,"
    "SubmitTime,AutoApprovalTime,ApprovalTime,RejectionTime,RequesterFeedback,WorkTimeInSeconds,"
    "LifetimeApprovalRate,Last30DaysApprovalRate,Last7DaysApprovalRate"
).split(",")


def results(seed):
    """Rows as the site exports them: pictures drawn with replacement, sides without balance."""
    draw = random.Random(seed)
    names = [f"{part}{i}" for part in ("Input.gt_side", "Input.images_left", "Input.images_right")
             for i in range(PAIRS)] + ["Answer.comments"] + [f"Answer.selection{i}" for i in range(PAIRS)]
    rows = []
    for worker in range(WORKERS):
        fields = dict.fromkeys(HEADER + names + ["Approve", "Reject"], "")
        fields["HITId"] = f"HIT{worker}"
        fields["AssignmentId"] = f"ASSIGNMENT{worker}"
        fields["WorkerId"] = f"WORKER{worker}"
        fields["AssignmentStatus"] = "Approved" if worker % 3 else "Submitted"
        fields["Answer.comments"] = 'fine, "thank you"' if worker % 4 == 0 else ""
        for i in range(PAIRS):
            method = draw.choice(list(RATES))
            number = draw.randrange(200)
            side = draw.choice(["left", "right"])
            other = "right" if side == "left" else "left"
            fields[f"Input.gt_side{i}"] = side
            fields[f"Input.images_{side}{i}"] = f"gt/{number}.jpg"
            fields[f"Input.images_{other}{i}"] = f"{method}/{number}.jpg"
            fooled = draw.random() < RATES[method]
            fields[f"Answer.selection{i}"] = side if fooled else other
        rows.append(fields)
    return rows


def folder(path):
    return path.rsplit("/", 1)[0]


def analysis(rows, draws=10_000):
    """(method, right, all, rate, bootstrap mean, bootstrap standard deviation)."""
    paths = [row[f"Input.images_{side}{i}"] for row in rows for i in range(PAIRS) for side in ("left", "right")]
    folders = [folder(path) for path in paths]
    truth = max(sorted(set(folders)), key=folders.count)
    workers = []
    for row in rows:
        trials = []
        for i in range(PRACTICE, PAIRS):
            pair = {folder(row[f"Input.images_{side}{i}"]) for side in ("left", "right")}
            (method,) = pair - {truth}
            trials.append((method, row[f"Answer.selection{i}"] != row[f"Input.gt_side{i}"]))
        workers.append(trials)
    methods = sorted({method for trials in workers for method, _ in trials})
    draw = random.Random(1)
    replicates = {method: [] for method in methods}
    for _ in range(draws):
        right, count = dict.fromkeys(methods, 0), dict.fromkeys(methods, 0)
        for _ in workers:
            trials = draw.choice(workers)
            for method, correct in draw.choices(trials, k=len(trials)):
                right[method] += correct
                count[method] += 1
        for method in methods:
            replicates[method].append(1 - right[method] / count[method])
    for method in methods:
        answers = [correct for trials in workers for name, correct in trials if name == method]
        values = replicates[method]
        mean = sum(values) / draws
        deviation = (sum((value - mean) ** 2 for value in values) / draws) ** 0.5
        yield method, sum(answers), len(answers), 1 - sum(answers) / len(answers), mean, deviation


def main(target):
    rows = results(2017)
    with open(f"{target}/old_tool_results.csv", "w", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(rows)
    with open(f"{target}/old_tool_reference.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["method", "right", "trials", "fooling_rate", "bootstrap_mean", "bootstrap_sd"])
        for method, right, count, *numbers in analysis(rows):
            writer.writerow([method, right, count] + [f"{number:.10f}" for number in numbers])


if __name__ == "__main__":
    main(sys.argv[1])
