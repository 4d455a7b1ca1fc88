using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using AutoDiffGen.Conformance.Calls;
using AutoDiffGen.Conformance.Cases;
using AutoDiffGen.Conformance.Checks;
using AutoDiffGen.Conformance.Engines;
using AutoDiffGen.Conformance.Signatures;
using AutoDiffGen.Fuzz.Judging;

namespace AutoDiffGen.Hostile.Library;

/// <summary>Calls a method and its derivatives at some points and says what is not as it should be.</summary>
internal sealed partial class MethodJudge(LibraryMethod method, Subject optimized, Subject unoptimized)
{
    /// <summary>How many points are compared at, and how many are tried in order to find them.</summary>
    private const int Wanted = 8, Tried = 120;

    /// <summary>Iterations that stop when something is small leave derivatives off by about its root.</summary>
    private const double Tolerance = 1e-6;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Differences call the method thousands of times.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(2);

    private readonly bool isLifted = Member.TryFind(Contract.Lifted(optimized.Method)) is not null;
    private volatile bool isAtOriginal;

    /// <summary>On a thread of its own: what hangs must not stop the others.</summary>
    public void Run()
    {
        var thread = new Thread(Judge, maxStackSize: 16 << 20) { IsBackground = true };
        thread.Start();
        if (!thread.Join(Patience))
            method.Fail(Fate.Hangs, isAtOriginal ? "the method itself does not end" : "a derivative does not end");
    }

    private void Judge()
    {
        try
        {
            var random = new Random(20240);
            for (int i = 0; i < Tried && method.Points < Wanted && method.Fate is Fate.NotCompared or Fate.Right; i++)
                At(Arguments.Draw(optimized, random));
        }
        catch (ConformanceException e)
        {
            method.Fail(e.Message.Contains(" allocat", StringComparison.Ordinal) ? Fate.Allocates : e.Message.Contains(" exception at", StringComparison.Ordinal) ? Fate.Throws : Fate.Wrong, e.Message);
        }
        catch (Exception e)
        {
            method.Fail(Fate.Throws, e.ToString());
        }
    }

    private void At(Point point)
    {
        if (!Returns(point))
            return;
        ValueCheck.Run(optimized, point);
        ValueCheck.Run(unoptimized, point);
        if (method.Points == 0)
            AllocationCheck.Run(optimized, point);
        int before = method.Compared;
        foreach (Output output in optimized.OutputsAt(point))
            Compare(point, output);
        if (method.Compared > before)
            method.Points++;
        if (method is { Compared: > 0, Fate: Fate.NotCompared })
            method.Fate = Fate.Right;
    }

    /// <summary>Whether the method has a value there, soon, and the same one twice. Where it throws an exception of its own, so must its derivatives.</summary>
    private bool Returns(Point point)
    {
        isAtOriginal = true;
        try
        {
            Frame frame = optimized.At(point);
            double first = optimized.Original(frame);
            long start = Stopwatch.GetTimestamp();
            double second = optimized.Original(frame);
            return Stopwatch.GetElapsedTime(start) < Soon && double.IsFinite(first) && Closeness.SameBits(first, second);
        }
        catch (Exception e)
        {
            if (IsThrownByTheLibrary(e))
                ExceptionCheck.Run(optimized, point with { Exception = e.GetType() }, isLifted);
            return false;
        }
        finally
        {
            isAtOriginal = false;
        }
    }

    // Not one of the runtime's, nor of what it calls: those may vanish.
    private bool IsThrownByTheLibrary(Exception e) =>
        new StackTrace(e).GetFrame(0)?.GetMethod()?.Module.Assembly == optimized.Method.Module.Assembly
        && e is not (IndexOutOfRangeException or NullReferenceException or ArithmeticException or InvalidCastException or OutOfMemoryException or ArrayTypeMismatchException);

    private void Compare(Point point, Output output)
    {
        Comparison comparison = Compared(point, output);
        method.Compared += comparison.Near;
        if (comparison.Wrong.Count == 0)
            return;
        Fate fate = comparison.OnlyNotFinite ? Fate.NotFinite
            : new[] { 1e-6, -1e-6, 3e-5 }.All(by => IsRight(Moved(point, by), output)) ? Fate.OnlyThere
            : IsIllConditioned(point, output) ? Fate.IllConditioned
            : Fate.Wrong;
        method.Fail(fate, string.Join("\n  ", comparison.Wrong));
    }

    private sealed record Comparison(int Near, IReadOnlyList<string> Wrong, bool OnlyNotFinite);

    private Comparison Compared(Point point, Output output)
    {
        double[] row = GeneratedEngine.Row(optimized, point, output);
        var engines = new List<(string Name, double[] Row)> { ("unoptimised _Vjp", GeneratedEngine.Row(unoptimized, point, output)) };
        if (output.IsResult && optimized.HasRealResult)
            engines.Add(("_Grad", GeneratedEngine.Gradient(optimized, point)));
        if (isLifted && Lifted(point, output) is { } lifted)
            engines.Add(("the tape", lifted));

        Frame frame = optimized.At(point);
        IReadOnlyList<Entry> inputs = optimized.InputsOf(frame);
        double size = Closeness.Size(row);
        int near = 0;
        bool onlyNotFinite = true;
        var wrong = new List<string>();
        for (int i = 0; i < row.Length; i++)
        {
            Func<double, double> along = Along(point, output, inputs[i]);
            double at = frame.Argument(inputs[i]);
            Slope slope = Slope.Judge(along, at, row[i], optimized.IsSingle, Tolerance);
            bool differ = engines.Any(e => Nearnesses.Of(row[i], e.Row[i], size, optimized.IsSingle) == Nearness.Different);
            if (slope.Verdict == SlopeVerdict.Near)
                near++;
            if (!differ && slope.Verdict is not (SlopeVerdict.Off or SlopeVerdict.NotFiniteWhereDifferencesAre))
                continue;
            onlyNotFinite &= slope.Verdict == SlopeVerdict.NotFiniteWhereDifferencesAre;
            string others = string.Join(", ", engines.Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.Name} {e.Row[i]:R}")));
            wrong.Add(string.Create(CultureInfo.InvariantCulture,
                $"at {point}: {output.Name} by {frame.Name(inputs[i])}: _Vjp {row[i]:R}, {others}; differences {slope.Estimate.Derivative:R} ± {slope.Estimate.Error:R} ({slope.Verdict})"));
        }

        return new(near, wrong, onlyNotFinite);
    }

    private bool IsIllConditioned(Point point, Output output)
    {
        double[] here = GeneratedEngine.Row(optimized, point, output);
        double size = here.Max(Math.Abs);
        return new[] { 2e-16, -2e-16, 1e-15, 3e-15, -3e-15, 1e-14 }.Any(by => Row(Moved(point, by)) is { } beside && here.Zip(beside).Any(p => Math.Abs(p.First - p.Second) > 1e-6 * size));

        double[]? Row(Point moved)
        {
            try
            {
                return GeneratedEngine.Row(optimized, moved, output);
            }
            catch (Exception e) when (IsThrownByTheLibrary(e))
            {
                return null;
            }
        }
    }

    private bool IsRight(Point point, Output output)
    {
        try
        {
            return Compared(point, output).Wrong.Count == 0;
        }
        catch (Exception e) when (IsThrownByTheLibrary(e))
        {
            return true;
        }
    }

    // All real arguments, by a share of themselves; not by the same one, or a tie would stay a tie.
    private static Point Moved(Point point, double by)
    {
        int n = 0;
        return point with { Arguments = [.. point.Arguments.Select(Move)] };

        object? Move(object? argument) => argument switch
        {
            double x => x * (1 + (by * ++n)),
            float x => x * (1 + (float)(by * ++n)),
            string text => Number().Replace(text, m => (double.Parse(m.Value, CultureInfo.InvariantCulture) * (1 + (by * ++n))).ToString("R", CultureInfo.InvariantCulture)),
            _ => argument,
        };
    }

    // Arrays of integers have no point, and stay.
    [GeneratedRegex(@"-?\d+\.\d+(E[-+]?\d+)?")]
    private static partial Regex Number();

    // What the tape refuses, data that is constant and active at once above all, it says by an exception.
    private double[]? Lifted(Point point, Output output)
    {
        try
        {
            return LiftedEngine.Row(optimized, point, output);
        }
        catch (Exception e) when (e is not ConformanceException)
        {
            return null;
        }
    }

    private Func<double, double> Along(Point point, Output output, Entry input)
    {
        Frame frame = optimized.At(point);
        return x =>
        {
            frame.SetArgument(input, x);
            isAtOriginal = true;
            double result = optimized.Original(frame);
            isAtOriginal = false;
            return output.Read(frame, result);
        };
    }
}
