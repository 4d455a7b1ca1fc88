using AutoDiffGen.Hostile.Judging;
using Xunit.Abstractions;

namespace AutoDiffGen.Hostile;

/// <summary>A run that is cancelled ends within 100 ms.</summary>
[Collection(nameof(Alone))]
public class CancellationTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(100);

    [Theory]
    [InlineData("3,000 statements")]
    [InlineData("700 stores in a loop")]
    [InlineData("1,000 parameters")]
    [InlineData("500 overloads")]
    public void Ends_soon(string input)
    {
        // Where nobody looks at the token nearly all are longer. One in four may be, for what is not the generator's: the compiler binds a
        // method at one go, and cancels what comes after it.
        IReadOnlyList<Cancellation.Delay> delays = Cancellation.Measure(input, attempts: 12);
        string all = string.Join(", ", delays.Select(d => $"{d.Own.TotalMilliseconds:F1} ms"));
        output.WriteLine(all);
        Assert.True(delays.Count >= 4, $"{delays.Count} runs were cancelled");
        Assert.True(delays[(delays.Count * 3 / 4) - 1].Own < Soon, all);
    }
}
