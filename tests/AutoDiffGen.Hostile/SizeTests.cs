using AutoDiffGen.Hostile.Constructs;
using AutoDiffGen.Hostile.Judging;

namespace AutoDiffGen.Hostile;

/// <summary>Long, wide and deep methods neither hang the generator nor use up a stack of 1 MB. A stack overflow would end the tests.</summary>
public class SizeTests
{
    // The others take long; the command line runs them: --sizes.
    private static readonly string[] Chosen =
    [
        "20,000 statements", "1,000 early returns", "a switch of 1,000 labels", "a chain of 3,000 helpers", "helpers that double, 30 times", "value: a product of 3,000", "value: 1,000 parentheses",
        "value: 200 products in parentheses", "value: 150 sines", "value: 100 switches", "100 ifs", "300 else-ifs", "60 loops",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_accepted_or_refused(string name)
    {
        Verdict verdict = Judge.Of(Sizes.All.Single(i => i.Name == name));
        Assert.Empty(verdict.Failures);
        Assert.NotEqual(Outcome.Broken, verdict.Outcome);
    }

    public static TheoryData<string> Names() => [.. Chosen];
}
