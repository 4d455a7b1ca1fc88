using AutoDiffGen.Corpus;
using Xunit;

namespace AutoDiffGen.Conformance;

/// <summary>Data a method writes that is another argument too is refused by name, before anything is written.</summary>
public class OverlapTests
{
    [Fact]
    public void A_written_reference_that_is_an_out_argument_too()
    {
        double x = 1.5;
        double d = 7;
        Assert.Equal("x", Assert.Throws<ArgumentException>(() => { RefOutIn.OutAndRef_Grad(ref x, out x, 0.5, out d, out d); }).ParamName);
        Assert.Equal((1.5, 7), (x, d));
        Assert.Equal("x", Assert.Throws<ArgumentException>(() => { RefOutIn.OutAndRef_Vjp(ref x, out x, 0.5, 1, ref d, ref d, ref d); }).ParamName);
        Assert.Equal((1.5, 7), (x, d));
    }

    [Fact]
    public void References_that_are_only_read_may_be_one_variable()
    {
        double x = 1.5;
        double value = RefOutIn.InParameter_Grad(in x, in x, out double dx, out double dy);
        Assert.Equal((RefOutIn.InParameter(in x, in x), 2.5, 1.5), (value, dx, dy));
        value = RefOutIn.TwoReferencesOnlyRead_Grad(ref x, ref x, out dx, out dy);
        Assert.Equal((RefOutIn.TwoReferencesOnlyRead(ref x, ref x), 2.5, 1.5), (value, dx, dy));
    }
}
