using System.Globalization;
using AutoDiffGen.Benchmarks.Measuring;
using AutoDiffGen.Benchmarks.Programs;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

(string Name, Func<Subject> Create)[] programs =
[
    ("gmm", GaussianMixture.Create),
    ("logistic", LogisticRegression.Create),
    ("mlp", Perceptron.Create),
    ("pendulum", Pendulum.Create),
    ("heat", Heat.Create),
    ("cholesky", Cholesky.Create),
    ("blackscholes", BlackScholes.Create),
];

string[] unknown = [.. args.Where(a => a.StartsWith('-') && a != "--check")];
string[] filters = [.. args.Where(a => !a.StartsWith('-'))];
Subject[] chosen = [.. programs
    .Where(p => filters.Length == 0 || filters.Any(f => p.Name.Contains(f, StringComparison.OrdinalIgnoreCase)))
    .Select(p => p.Create())];
if (unknown.Length > 0 || chosen.Length == 0)
{
    Console.Error.WriteLine($"Arguments: [--check] [part of a name …]; the names are {string.Join(", ", programs.Select(p => p.Name))}.");
    return 2;
}

// A gradient that is wrong is not worth its time.
bool agrees = true;
foreach (Subject subject in chosen)
{
    foreach (string difference in Agreement.Differences(subject))
    {
        Console.Error.WriteLine($"{subject.Name}: {difference}");
        agrees = false;
    }
}

if (!agrees)
    return 1;
Console.WriteLine($"{chosen.Length} programs: the generated gradient agrees with the hand-written one.");
if (args.Contains("--check"))
    return 0;

Console.WriteLine();
Console.WriteLine(Report.Heading);
foreach (Subject subject in chosen)
    Console.WriteLine(Report.Row(subject, Timings.Measure(subject)));
return 0;
