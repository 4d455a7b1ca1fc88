using AutoDiffGen.Conformance.Calls;
using AutoDiffGen.Conformance.Cases;

namespace AutoDiffGen.Conformance.Checks;

/// <summary>What a call left in the data it was given.</summary>
internal static class Content
{
    /// <summary>Reports by-reference parameters and arrays that two calls left with different bits.</summary>
    public static void Compare(Subject subject, string member, Frame expected, Frame actual, Report report)
    {
        foreach (Role role in subject.Roles)
        {
            if (role.IsByRef && !Closeness.SameBits(expected.After[role.Index], actual.After[role.Index]))
                report.Add($"what {member} leaves in {role.Name}", expected.After[role.Index], actual.After[role.Index]);
            if (expected.Blocks[role.Index] is { } block)
                Compare(role.Name, member, block, actual.Blocks[role.Index]!, report);
        }
    }

    private static void Compare(string name, string member, Block expected, Block actual, Report report)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            if (!Closeness.SameBits(expected[i], actual[i]))
                report.Add($"what {member} leaves in {name}{expected.IndexText(i)}", expected[i], actual[i]);
        }
    }
}
