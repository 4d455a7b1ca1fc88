namespace AutoDiffGen.Tests.Rules;

/// <summary>Every rule against differences of the function it is for, all over its domain.</summary>
public class RuleDifferenceTests
{
    public static TheoryData<string> Names => [.. Rule.All.Select(r => r.ToString())];

    [Theory]
    [MemberData(nameof(Names))]
    public void Partial_is_what_differences_say(string name)
    {
        Rule rule = Rule.Named(name);
        int points = 0;
        foreach ((object[] at, double room) in rule.Points(perCombination: 20))
        {
            points++;
            string what = FormattableString.Invariant($"{name} at {string.Join(", ", at)}");
            Approximately.Equal(rule.Difference(at, room), rule.Derivative(at), 1e-8, what);
        }

        Assert.True(points >= 20, $"{name} has no domain");
    }
}
