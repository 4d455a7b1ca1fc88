using Xunit;

namespace AutoDiffGen.Generator.Tests.Lift;

/// <summary>Lifted methods against their originals: the same bits, and gradients that agree with differences.</summary>
public class LiftedRunTests
{
    public static TheoryData<LiftCase> Cases =>
        [.. LiftCases.Bodies, .. LiftCases.Conversions, .. LiftCases.Names, .. LiftCases.Calls, .. LiftCases.Patterns];

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void Runs_as_the_original(LiftCase lift)
    {
        LiftedPair pair = LiftHarness.Build(LiftHarness.InModels(lift.Members, lift.Beside));
        foreach (object[] input in lift.Inputs)
            pair.Check(Fit(input, pair), differentiate: true);
        foreach (object[] input in lift.AtKinks ?? [])
            pair.Check(Fit(input, pair), differentiate: false);
    }

    // Values of the compiled source's own enumerations cannot be written in this one: null stands for the first.
    private static object[] Fit(object[] input, LiftedPair pair) =>
        [.. input.Select((a, i) => a is null && pair.Original.GetParameters()[i].ParameterType is { IsEnum: true } type ? Enum.ToObject(type, 0) : a!)];
}
