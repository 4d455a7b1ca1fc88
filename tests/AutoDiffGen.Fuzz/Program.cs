using System.Diagnostics;
using AutoDiffGen.Fuzz.Language;
using AutoDiffGen.Fuzz.Running;

// dotnet run --project tests/AutoDiffGen.Fuzz -- --programs 5000 [--minutes 60] [--seed S] [--workers 2] [--without Pass] [--failures 5] [--each 1] [--patience 60]
// dotnet run --project tests/AutoDiffGen.Fuzz -- --program S [--without Pass]
// dotnet run --project tests/AutoDiffGen.Fuzz -- --print 10 [--seed S]: programs to read, which are not run
string Option(string name, string otherwise) => Array.IndexOf(args, "--" + name) is >= 0 and int at && at + 1 < args.Length ? args[at + 1] : otherwise;

int programs = int.Parse(Option("programs", "1000"));
int failures = int.Parse(Option("failures", "5"));
double minutes = double.Parse(Option("minutes", "1e6"), System.Globalization.CultureInfo.InvariantCulture);
int patience = int.Parse(Option("patience", "60"));
int each = int.Parse(Option("each", "1"));
int workers = int.Parse(Option("workers", "1"));
string seed = Option("seed", ""), without = Option("without", "");
var session = new Session(seed.Length > 0 ? seed : null);
if (Option("print", "") is { Length: > 0 } count)
{
    foreach (FuzzProgram program in session.Drawn(int.Parse(count)))
        Console.WriteLine($"// {program.Seed}\n{CorpusCase.Of(program)}\n");
    return 0;
}

long start = Stopwatch.GetTimestamp();
if (Option("program", "") is { Length: > 0 } one)
    session.RunOne(one, without);
else
    session.Run(programs, TimeSpan.FromMinutes(minutes), failures, workers, without.Length > 0 ? without : null);
Console.WriteLine($"seed {session.Seed}, {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s\n{session.Tally}");

foreach (IGrouping<string, Failure> alike in session.Failures.GroupBy(f => f.Likeness))
    Console.WriteLine($"{alike.Count(),9}  failed: {alike.Key}");

// Of failures that look alike a few: they may have different reasons.
foreach (IGrouping<string, Failure> alike in session.Failures.GroupBy(f => f.Likeness))
{
    Console.WriteLine($"\n==== {alike.Count()} × {alike.Key}");
    foreach (Failure failure in alike.Take(each))
        Console.WriteLine("\n== " + Session.Report(failure, TimeSpan.FromSeconds(patience)));
}

Console.WriteLine($"{session.Failures.Count} failures");
return session.Failures.Count > 0 ? 1 : 0;
