using AutoDiffGen.Conformance.Cases;
using Xunit;

namespace AutoDiffGen.Conformance;

/// <summary>The rows of the theories: names, so that a failure says which method and which point.</summary>
public static class CaseData
{
    public static TheoryData<string> Methods => [.. Catalog.Cases.Select(c => c.Name)];

    public static TheoryData<string> Points => [.. Catalog.Cases.SelectMany(c => c.Points.Select(p => Catalog.Name(c, p)))];

    /// <summary>Those too whose constructs the generator does not take yet.</summary>
    public static TheoryData<string> MethodsAndPending => [.. Everything.Select(c => c.Name)];

    public static TheoryData<string> PointsAndPending => [.. Everything.SelectMany(c => c.Points.Select(p => Catalog.Name(c, p)))];

    public static TheoryData<string> LiftedPoints =>
        [.. Catalog.Cases.Where(c => c.Optimized.IsLifted).SelectMany(c => c.Points.Select(p => Catalog.Name(c, p)))];

    public static TheoryData<string, Build> MethodsInBothBuilds => InBothBuilds(Methods);

    public static TheoryData<string, Build> PointsInBothBuilds => InBothBuilds(Points);

    public static TheoryData<string, Build> ThrowingPointsInBothBuilds =>
        InBothBuilds(Catalog.Cases.SelectMany(c => c.Throwing.Select(p => Catalog.Name(c, p))));

    private static IEnumerable<Case> Everything => Catalog.Cases.Concat(Catalog.PendingCases);

    private static TheoryData<string, Build> InBothBuilds(IEnumerable<string> names)
    {
        var data = new TheoryData<string, Build>();
        foreach (string name in names)
        {
            data.Add(name, Build.Optimized);
            data.Add(name, Build.Unoptimized);
        }

        return data;
    }
}
