using AutoDiffGen.Conformance.Calls;
using AutoDiffGen.Conformance.Cases;
using AutoDiffGen.Conformance.Checks;
using AutoDiffGen.Conformance.Engines;
using AutoDiffGen.Fuzz.Language;
using AutoDiffGen.Fuzz.Running;

namespace AutoDiffGen.Fuzz.Judging;

/// <summary>Holds the derivatives of one program to the contract, at each of its points.</summary>
internal sealed class ProgramJudge(FuzzProgram program, Subject optimized, Subject unoptimized, Tally tally)
{
    public Failure? Run()
    {
        try
        {
            Require("signature", () => SignatureCheck.Run(optimized));
            bool measured = false;
            foreach (FuzzPoint point in program.Points)
            {
                tally.Add("points");
                if (Throws(point.At) || IsSlow(point.At))
                    continue;
                bool isLifted = IsLifted(point.At);
                Values(point.At, isLifted);
                Derivatives(point, isLifted);
                if (!measured)
                {
                    Require("allocation", () => AllocationCheck.Run(optimized, point.At));
                    Require("allocation", () => AllocationCheck.Run(unoptimized, point.At));
                    measured = true;
                }
            }

            return null;
        }
        catch (BrokenException broken)
        {
            return new Failure(program, broken.Kind, broken.Message);
        }
    }

    private static void Require(string kind, Action check)
    {
        try
        {
            check();
        }
        catch (ConformanceException e)
        {
            throw new BrokenException(kind, e.Message);
        }
        catch (MissingMethodException e)
        {
            throw new BrokenException("signature", e.Message);
        }
    }

    private bool Throws(Point point)
    {
        Type type;
        try
        {
            optimized.Original(optimized.At(point));
            return false;
        }
        catch (Exception e)
        {
            type = e.GetType();
        }

        // An implicit exception in code whose result is not used may vanish: only explicit ones are promised.
        bool isExplicit = type == typeof(ArgumentException) || type == typeof(InvalidOperationException);
        tally.Add(isExplicit ? "points that throw" : $"skipped, point: implicit {type.Name}");
        if (isExplicit)
        {
            Require("exception", () => ExceptionCheck.Run(optimized, point with { Exception = type }));
            Require("exception", () => ExceptionCheck.Run(unoptimized, point with { Exception = type }));
        }

        return true;
    }

    /// <summary>Differences call the method tens of thousands of times.</summary>
    private bool IsSlow(Point point)
    {
        Frame frame = optimized.At(point);
        long start = System.Diagnostics.Stopwatch.GetTimestamp();
        optimized.Original(frame);
        if (System.Diagnostics.Stopwatch.GetElapsedTime(start) < TimeSpan.FromMilliseconds(20))
            return false;
        tally.Add("skipped, point: slow");
        return true;
    }

    /// <summary>Whether the tape is asked: it refuses one array that a called method takes both as a constant and as active.</summary>
    private bool IsLifted(Point point)
    {
        if (!optimized.IsLifted)
            return false;
        try
        {
            LiftedEngine.Run(optimized, point, out _);
            return true;
        }
        catch (Exception e)
        {
            // What else it throws is for the comparison of values to say.
            if (e is not ArgumentException || !e.Message.Contains("constant and active at once"))
                return true;
            tally.Add("skipped, lifted: one array constant and active");
            return false;
        }
    }

    private void Values(Point point, bool isLifted)
    {
        Unthrown("value", point, () =>
        {
            Require("value, optimised", () => ValueCheck.Run(optimized, point));
            Require("value, unoptimised", () => ValueCheck.Run(unoptimized, point));
            if (isLifted)
                Require("value, lifted", () => ValueCheck.RunLifted(optimized, point));
        });
    }

    private void Derivatives(FuzzPoint point, bool isLifted) => Unthrown("derivative", point.At, () =>
    {
        var rows = Outputs().Select(o => (Output: o, Row: GeneratedEngine.Row(unoptimized, point.At, o))).ToList();
        foreach ((Output output, double[] row) in rows)
        {
            var agreement = new Agreement(program, unoptimized, point.At, output, row, tally);
            agreement.With("optimised _Vjp", GeneratedEngine.Row(optimized, point.At, output));
            if (output.IsResult && optimized.HasRealResult)
            {
                agreement.With("unoptimised _Grad", GeneratedEngine.Gradient(unoptimized, point.At));
                agreement.With("optimised _Grad", GeneratedEngine.Gradient(optimized, point.At));
            }

            if (isLifted)
                agreement.With("_Lifted", LiftedEngine.Row(optimized, point.At, output));
            Slopes.Compare(program, optimized, point, output, row, tally);
        }

        Seeds.Check(optimized, point.At, rows, tally);
        Seeds.Check(unoptimized, point.At, rows, tally);
    });

    /// <summary>
    /// The results, and all data that the method could write. What it does not write is its own initial content; what it writes may be
    /// equal to what was there, and have another derivative.
    /// </summary>
    private IEnumerable<Output> Outputs() =>
        optimized.Outputs.Concat(optimized.Roles.Where(r => r.IsActiveData && r.Layout!.Kind != LayoutKind.ReadOnlySpan).Select(Output.Of));

    /// <summary>The method itself returned here: so must its derivatives.</summary>
    private static void Unthrown(string kind, Point point, Action check)
    {
        try
        {
            check();
        }
        catch (Exception e) when (e is not BrokenException)
        {
            throw new BrokenException(kind, $"at {point}: a derivative throws: {e}");
        }
    }
}
