using AutoDiffGen.Hostile.Judging;
using Xunit.Abstractions;

namespace AutoDiffGen.Hostile;

/// <summary>A run that is cancelled ends soon: within 100 ms on a machine that has nothing else to do.</summary>
public class CancellationTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("3,000 statements")]
    [InlineData("700 stores in a loop")]
    public void Ends_soon(string input)
    {
        // A machine that is busy makes measurements long. Where nobody looks at the token all of them are: these runs take seconds.
        TimeSpan[] measured = [.. new[] { 300, 600, 900, 1200, 1500 }.Select(ms => Cancellation.Measure(input, TimeSpan.FromMilliseconds(ms))).OfType<TimeSpan>().Order()];
        output.WriteLine(string.Join(", ", measured.Select(t => $"{t.TotalMilliseconds:F1} ms")));
        Assert.NotEmpty(measured);
        Assert.True(measured[0] < TimeSpan.FromSeconds(1), string.Join(", ", measured));
    }
}
