using AutoDiffGen.Fuzz.Running;

namespace AutoDiffGen.Fuzz;

/// <summary>Random programs, the same every time: a change is held to what held before. New ones are run from the command line.</summary>
public class FuzzTests(Xunit.Abstractions.ITestOutputHelper output)
{
    // Far more than it takes: which programs are run must not depend on the machine.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    [Fact]
    public void The_same_programs_as_always() => Run("0001GQG72gDiOk1");

    private void Run(string seed)
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
