using AutoDiffGen.Hostile.Constructs;
using AutoDiffGen.Hostile.Judging;
using Xunit.Abstractions;

namespace AutoDiffGen.Hostile;

/// <summary>A method four times as long takes about four times as much; where a pass looks through all statements for each of them, it is sixteen.</summary>
[Collection(nameof(Alone))]
public class GrowthTests(ITestOutputHelper output)
{
    private const int Length = 100;

    [Theory]
    [MemberData(nameof(Names))]
    public void Grows_with_the_length(string name)
    {
        Effort one = Effort.Of(Growing.All[name](Length), runs: 3);
        Effort four = Effort.Of(Growing.All[name](4 * Length), runs: 3);
        output.WriteLine($"{name}: {one.Steps} and {four.Steps} steps, {one.Processor.TotalMilliseconds:F0} and {four.Processor.TotalMilliseconds:F0} ms");
        // What is overwritten in a loop is compared with what is read there, pair by pair: the reverse sweep needs to know which to record.
        Assert.True(four.Steps < (name == "stores in a loop" ? 10 : 7) * one.Steps, $"{one.Steps} and {four.Steps} steps");

        // Roughly, for what steps do not show. What the compiler does is in it.
        Assert.True(four.Processor < 12 * one.Processor + TimeSpan.FromMilliseconds(200), $"{one.Processor} and {four.Processor}");
    }

    public static TheoryData<string> Names() => [.. Growing.All.Keys];
}
