using AutoDiffGen.Corpus;
using Xunit;

namespace AutoDiffGen.Conformance;

/// <summary>Where a method throws half-way, its derivatives leave by-reference data as the method itself leaves it.</summary>
public class WriteBackTests
{
    private delegate double Member(ref double x);

    [Fact]
    public void Data_written_before_a_guard_is_written() => Check<ArgumentOutOfRangeException>(
        (ref double x) => Throws.WrittenBeforeAGuard(ref x, -2),
        (ref double x) => Throws.WrittenBeforeAGuard_Grad(ref x, -2, out _, out _),
        (ref double x) =>
        {
            double d = 0;
            Throws.WrittenBeforeAGuard_Vjp(ref x, -2, 1, ref d, ref d);
            return d;
        });

    [Fact]
    public void Data_written_before_a_throw_is_written() => Check<ArgumentException>(
        (ref double x) => Throws.WrittenBeforeAThrow(ref x, -2),
        (ref double x) => Throws.WrittenBeforeAThrow_Grad(ref x, -2, out _, out _),
        (ref double x) =>
        {
            double d = 0;
            Throws.WrittenBeforeAThrow_Vjp(ref x, -2, 1, ref d, ref d);
            return d;
        });

    private static void Check<T>(params Member[] members)
        where T : Exception
    {
        foreach (Member member in members)
        {
            double x = 1.5;
            Assert.Throws<T>(() => { member(ref x); });
            Assert.Equal(-3.0, x);
        }
    }
}
