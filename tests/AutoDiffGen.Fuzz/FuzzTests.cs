using AutoDiffGen.Fuzz.Running;

namespace AutoDiffGen.Fuzz;

/// <summary>Random programs, some the same every time and some new ones.</summary>
public class FuzzTests(Xunit.Abstractions.ITestOutputHelper output)
{
    // How many programs that is depends on the machine; at least one batch is run.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(14);

    [Fact]
    public void The_same_programs_as_always() => Run("0001GQG72gDiOk1");

    [Fact]
    public void New_programs() => Run(null);

    private void Run(string? seed)
    {
        var session = new Session(seed);
        session.Run(programs: 150, Limit);
        output.WriteLine($"seed {session.Seed}\n{session.Tally}");
        if (session.Failures.Count > 0)
            Assert.Fail($"seed {session.Seed}: {Session.Report(session.Failures[0], TimeSpan.FromMinutes(2))}");

        // A fuzzer whose programs do not compile, or have nothing to compare, finds nothing.
        Assert.True(session.Tally["programs run"] >= 30, session.Tally.ToString());
        Assert.True(session.Tally["derivatives compared between engines"] >= 300, session.Tally.ToString());
        Assert.True(session.Tally["derivatives compared with differences"] >= 50, session.Tally.ToString());
    }
}
