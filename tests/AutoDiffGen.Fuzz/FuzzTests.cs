using AutoDiffGen.Fuzz.Running;

namespace AutoDiffGen.Fuzz;

/// <summary>Random programs: the same every time, and new ones. More are run from the command line.</summary>
public class FuzzTests(Xunit.Abstractions.ITestOutputHelper output)
{
    [Fact]
    public void The_same_programs_as_always()
    {
        // Far more time than it takes: which programs are run must not depend on the machine.
        Session session = Run("0001GQG72gDiOk1", programs: 60, TimeSpan.FromMinutes(10));

        // A fuzzer whose programs do not compile, or have nothing to compare, finds nothing.
        Assert.True(session.Tally["programs run"] >= 45, session.Tally.ToString());
        Assert.True(session.Tally["derivatives compared between engines"] >= 600, session.Tally.ToString());
        Assert.True(session.Tally["derivatives compared with differences"] >= 150, session.Tally.ToString());
    }

    [Fact]
    public void Programs_that_nobody_has_seen() => Run(null, programs: 50, TimeSpan.FromSeconds(15));

    private Session Run(string? seed, int programs, TimeSpan limit)
    {
        var session = new Session(seed);
        session.Run(programs, limit);
        output.WriteLine($"seed {session.Seed}\n{session.Tally}");
        if (session.Failures.Count > 0)
            Assert.Fail($"seed {session.Seed}: {Session.Report(session.Failures[0], TimeSpan.FromMinutes(2))}");
        return session;
    }
}
