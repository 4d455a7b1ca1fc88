using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using AutoDiffGen.Conformance.Calls;
using AutoDiffGen.Conformance.Cases;
using AutoDiffGen.Conformance.Checks;
using AutoDiffGen.Conformance.Engines;
using AutoDiffGen.Conformance.Signatures;
using AutoDiffGen.Fuzz.Judging;

namespace AutoDiffGen.Hostile.Library;

/// <summary>Calls a method and its derivatives at some points and says what is not as it should be.</summary>
internal sealed class MethodJudge(LibraryMethod method, Subject optimized, Subject unoptimized)
{
    /// <summary>How many points are compared at, and how many are tried in order to find them.</summary>
    private const int Wanted = 8, Tried = 120;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly bool isLifted = Member.TryFind(Contract.Lifted(optimized.Method)) is not null;
    private bool isAtOriginal;

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
            long start = Stopwatch.GetTimestamp();
            double first = optimized.Original(frame);
            return Stopwatch.GetElapsedTime(start) < TimeSpan.FromMilliseconds(20) && double.IsFinite(first) && Closeness.SameBits(first, optimized.Original(frame));
        }
        catch (Exception e)
        {
            if (IsThrownByTheLibrary(e))
                ExceptionCheck.Run(optimized, point with { Exception = e.GetType() });
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
        double[] row = GeneratedEngine.Row(optimized, point, output);
        var engines = new List<(string Name, double[] Row)> { ("unoptimised _Vjp", GeneratedEngine.Row(unoptimized, point, output)) };
        if (output.IsResult && optimized.HasRealResult)
            engines.Add(("_Grad", GeneratedEngine.Gradient(optimized, point)));
        if (isLifted && Lifted(point, output) is { } lifted)
            engines.Add(("the tape", lifted));

        Frame frame = optimized.At(point);
        IReadOnlyList<Entry> inputs = optimized.InputsOf(frame);
        double size = Closeness.Size(row);
        for (int i = 0; i < row.Length; i++)
        {
            Slope slope = Slope.Judge(Along(point, output, inputs[i]), frame.Argument(inputs[i]), row[i], optimized.IsSingle);
            string? different = engines.Where(e => Nearnesses.Of(row[i], e.Row[i], size, optimized.IsSingle) == Nearness.Different).Select(e => e.Name).FirstOrDefault();
            if (slope.Verdict == SlopeVerdict.Near)
                method.Compared++;
            if (different is null && slope.Verdict is not (SlopeVerdict.Off or SlopeVerdict.NotFiniteWhereDifferencesAre))
                continue;
            string others = string.Join(", ", engines.Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.Name} {e.Row[i]:R}")));
            method.Fail(different is null && slope.Verdict == SlopeVerdict.NotFiniteWhereDifferencesAre ? Fate.NotFinite : Fate.Wrong, string.Create(CultureInfo.InvariantCulture,
                $"at {point}: {output.Name} by {frame.Name(inputs[i])}: _Vjp {row[i]:R}, {others}; differences {slope.Estimate.Derivative:R} ± {slope.Estimate.Error:R} ({slope.Verdict})"));
        }
    }

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
            return output.Read(frame, optimized.Original(frame));
        };
    }
}
