using System.Diagnostics;
using AutoDiffGen.Hostile.Constructs;
using AutoDiffGen.Hostile.Hosting;
using AutoDiffGen.Hostile.Inputs;
using AutoDiffGen.Hostile.Judging;
using AutoDiffGen.Hostile.Library;

// dotnet run -c Release --project tests/AutoDiffGen.Hostile -- --inputs 10000 [--seed S] [--from 0] [--failures 20]
// dotnet run -c Release --project tests/AutoDiffGen.Hostile -- --input S:N|--file Source.cs
// dotnet run -c Release --project tests/AutoDiffGen.Hostile -- --cancellation [--attempts 24]|--growth [--length 250]
// dotnet run -c Release --project tests/AutoDiffGen.Hostile -- --library Folder [--only Name] [--skip A,B] [--show Name] [--trace File]
// dotnet run -c Release --project tests/AutoDiffGen.Hostile -- --constructs|--sizes [--only text]
string Option(string name, string otherwise) => Array.IndexOf(args, "--" + name) is >= 0 and int at && at + 1 < args.Length ? args[at + 1] : otherwise;

if (Option("input", Option("file", "")) is { Length: > 0 } one)
{
    Input input = File.Exists(one) ? new Input(one, [File.ReadAllText(one)]) : one.Split(':') is [var of, var number] ? new Mutator(int.Parse(of)).Input(int.Parse(number)) : throw new ArgumentException(one);
    Verdict verdict = Judge.Of(input);
    Console.WriteLine($"{input}: {verdict.Outcome}, {verdict.Time.TotalMilliseconds:F0} ms\n{string.Join("\n", input.Sources)}");
    Console.WriteLine($"---- generated\n{verdict.Generated}\n---- refused\n{string.Join("\n", verdict.Refusals)}\n---- failures\n{string.Join("\n", verdict.Failures)}");
    return verdict.Failures.Count;
}

if (args.Contains("--constructs") || args.Contains("--sizes"))
{
    int failed = 0;
    string only = Option("only", "");
    IEnumerable<Input> chosen = args.Contains("--sizes") ? Sizes.All : Catalog.All.Where(c => c.Language <= Host.Language).Select(c => c.Input);
    foreach (Input input in chosen.Where(i => i.Name.Contains(only, StringComparison.Ordinal)))
    {
        Console.Write($"{input.Name}: ");
        Verdict verdict = Judge.Of(input);
        Console.WriteLine($"{verdict.Outcome}, {verdict.Time.TotalMilliseconds:F0} ms{(verdict.Refusals.Count > 0 ? "  → " + verdict.Refusals[0] : "")}");
        foreach (string error in verdict.Errors.Take(3))
            Console.WriteLine($"    {error}");
        foreach (string failure in verdict.Failures)
            Console.WriteLine($"    FAILED {failure.Split('\n')[0]}");
        failed += verdict.Failures.Count;
    }

    return failed;
}

if (args.Contains("--growth"))
{
    foreach ((string name, Func<int, Input> of) in Growing.All)
    {
        int length = int.Parse(Option("length", "250"));
        (Effort quarter, Effort whole) = (Effort.Of(of(length), runs: 3), Effort.Of(of(4 * length), runs: 3));
        Console.WriteLine($"{4 * length} {name}: {whole.Processor.TotalSeconds:F2} s, {whole.Processor / quarter.Processor:F1} times a quarter of them; {whole.Steps} steps, {(double)whole.Steps / quarter.Steps:F1} times");
    }

    return 0;
}

if (args.Contains("--cancellation"))
{
    foreach (string input in Cancellation.Inputs)
    {
        IReadOnlyList<Cancellation.Delay> delays = Cancellation.Measure(input, int.Parse(Option("attempts", "24")));
        string At(double share) => delays.Count == 0 ? "" : $"{delays[(int)(share * (delays.Count - 1))].Own.TotalMilliseconds:F1}";
        Console.WriteLine($"{input}: {delays.Count} cancelled; half end within {At(0.5)} ms, nine in ten within {At(0.9)} ms, all within {At(1)} ms; by the clock the longest {delays.Max(d => d.Clock.TotalMilliseconds):F1} ms");
    }

    return 0;
}

string trace = Option("trace", "");
if (Option("library", "") is { Length: > 0 } folder)
{
    // What the trace ends with ended the process: a library may have endless recursions of its own, which are to be skipped.
    var check = new LibraryCheck(folder, Option("only", ""), Option("skip", "").Split(',', StringSplitOptions.RemoveEmptyEntries), what => File.WriteAllText(trace.Length > 0 ? trace : Path.Combine(Path.GetTempPath(), "autodiffgen-library"), what));
    check.Print(Console.Out, Option("show", ""));
    return check.Failures.Count();
}

int inputs = int.Parse(Option("inputs", "1000"));
int from = int.Parse(Option("from", "0"));
int most = int.Parse(Option("failures", "20"));
int seed = int.Parse(Option("seed", Random.Shared.Next(1, 1 << 20).ToString()));
var session = new Session(seed);
long start = Stopwatch.GetTimestamp();
for (int i = from; i < from + inputs && session.Failures.Count < most; i++)
{
    if (trace.Length > 0)
        File.WriteAllText(trace, $"{seed}:{i}"); // what a stack overflow leaves behind
    session.Run(i);
}

Console.WriteLine($"{Host.Name}, seed {seed}, {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s\n{session}");
foreach ((Input input, Verdict verdict) in session.Failures)
    Console.WriteLine($"== {input}\n{string.Join("\n", verdict.Failures)}");
Console.WriteLine($"{session.Failures.Count} failures");
return session.Failures.Count > 0 ? 1 : 0;
