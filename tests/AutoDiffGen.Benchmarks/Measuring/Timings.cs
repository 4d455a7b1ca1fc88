using System.Runtime;

namespace AutoDiffGen.Benchmarks.Measuring;

/// <summary>How long one run of each form of a program takes, in nanoseconds.</summary>
/// <param name="Value">The value alone.</param>
/// <param name="HandWritten">Value and gradient, hand-written.</param>
/// <param name="Generated">Value and gradient, generated.</param>
internal sealed record Timings(double Value, double HandWritten, double Generated)
{
    private const int Rounds = 31;
    private const int QuietWarmUps = 4;
    private const int WarmUpRuns = 60;
    private static readonly TimeSpan _sample = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan _compilation = TimeSpan.FromMilliseconds(250);

    /// <summary>Takes samples of the three forms in turn, so that whatever slows the machine down slows all of them.</summary>
    /// <param name="subject">The program.</param>
    public static Timings Measure(Subject subject)
    {
        Func<double>[] forms = [subject.Value, subject.HandWritten, subject.Generated];

        // Methods are compiled again in the background after 30 calls, and once more after another 30.
        long compiled = -1;
        for (int quiet = 0; quiet < QuietWarmUps; quiet = JitInfo.GetCompiledMethodCount() == compiled ? quiet + 1 : 0)
        {
            compiled = JitInfo.GetCompiledMethodCount();
            foreach (Func<double> form in forms)
                Time(form, WarmUpRuns);
            Thread.Sleep(_compilation);
        }

        int[] runs = [.. forms.Select(RunsInSample)];
        double[][] samples = [.. forms.Select(_ => new double[Rounds])];
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < forms.Length; i++)
                samples[i][round] = Time(forms[i], runs[i]).TotalNanoseconds / runs[i];
        }

        return new Timings(Median(samples[0]), Median(samples[1]), Median(samples[2]));
    }

    private static int RunsInSample(Func<double> form)
    {
        int runs = 1;
        TimeSpan time = Time(form, runs);
        while (time < _sample / 4)
            time = Time(form, runs *= 2);
        return Math.Max(1, (int)(runs * (_sample / time)));
    }

    // The processor's time, not the clock's: other programs may have the processor for most of it.
    private static TimeSpan Time(Func<double> form, int runs)
    {
        TimeSpan start = Environment.CpuUsage.TotalTime;
        for (int i = 0; i < runs; i++)
            form();
        return Environment.CpuUsage.TotalTime - start;
    }

    private static double Median(double[] samples)
    {
        Array.Sort(samples);
        return samples[samples.Length / 2];
    }
}
