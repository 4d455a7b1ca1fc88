using Xunit;

namespace AutoDiffGen.Generator.Tests.Lift;

/// <summary>Lifted methods over arrays and spans against their originals: the same bits everywhere, and gradients that agree with differences.</summary>
public class LiftedBufferTests
{
    public static TheoryData<BufferCase> Cases =>
    [
        .. BufferCases.Loops, .. BufferCases.Creations, .. BufferCases.Elements, .. BufferCases.References, .. BufferCases.Functions,
        .. BufferCases.Calls, .. BufferCases.Constants,
    ];

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void Runs_as_the_original(BufferCase lift)
    {
        BufferPair pair = BufferPair.Build(lift.Members, lift.Beside);
        foreach (object[] input in lift.Inputs)
            pair.Check(input);
    }
}
