using AutoDiffGen.Generator.Model;
using AutoDiffGen.Hostile.Hosting;
using AutoDiffGen.Hostile.Inputs;
using Microsoft.CodeAnalysis;

namespace AutoDiffGen.Hostile.Judging;

/// <summary>What a run takes, in measures that another program on the machine does not change much.</summary>
/// <param name="Steps">How often it passed a <see cref="Checkpoint"/>: the same every time.</param>
/// <param name="Processor">The processor time of the process: only of use where nothing else runs in it.</param>
internal sealed record Effort(long Steps, TimeSpan Processor)
{
    /// <summary>The best of several runs.</summary>
    public static Effort Of(Input input, int runs)
    {
        Compilation compilation = Host.Compile(input.Sources);
        compilation.GetDiagnostics();
        return Enumerable.Range(0, runs).Select(_ => Once(compilation)).MinBy(e => e.Processor)!;
    }

    private static Effort Once(Compilation compilation)
    {
        long steps = Checkpoint.Passed;
        TimeSpan before = Environment.CpuUsage.TotalTime;
        Host.Driver().RunGenerators(compilation);
        return new Effort(Checkpoint.Passed - steps, Environment.CpuUsage.TotalTime - before);
    }
}
