using AutoDiffGen.Hostile.Constructs;
using AutoDiffGen.Hostile.Hosting;
using AutoDiffGen.Hostile.Judging;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffGen.Hostile;

/// <summary>Every construct of C# that can stand in a method is differentiated or refused, at a place in it.</summary>
public class ConstructTests
{
    [Theory]
    [MemberData(nameof(Numbers))]
    public void Is_accepted_or_refused(int number, string name)
    {
        Verdict verdict = Judge.Of(Catalog.All[number].Input);
        if (verdict.Failures.Count > 0)
            Assert.Fail($"{name}\n{string.Join("\n", verdict.Failures)}\n{verdict.Generated}");
    }

    public static TheoryData<int, string> Numbers()
    {
        var data = new TheoryData<int, string>();
        for (int i = 0; i < Catalog.All.Count; i++)
        {
            if (Catalog.All[i].Language <= Host.Language)
                data.Add(i, Catalog.All[i].Name);
        }

        return data;
    }
}
