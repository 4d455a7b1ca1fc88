using System.Reflection;
using AutoDiffGen.Rules;

namespace AutoDiffGen.Tests.Rules;

/// <summary>That the table is well formed: what the tape and the generator take for granted.</summary>
public class RuleShapeTests
{
    public static TheoryData<string> Names => [.. Rule.All.Select(r => r.ToString())];

    [Theory]
    [MemberData(nameof(Names))]
    public void Takes_the_functions_arguments_and_its_result(string name)
    {
        Rule rule = Rule.Named(name);
        ParameterInfo[] function = rule.Function.GetParameters();
        ParameterInfo[] partial = rule.Partial.GetParameters();

        Assert.Equal(function.Select(p => p.ParameterType), partial[..^1].Select(p => p.ParameterType));
        Assert.Equal(rule.Function.ReturnType, partial[^1].ParameterType);
        Assert.Equal(typeof(double), rule.Partial.ReturnType);
        Assert.InRange(rule.Wrt, 0, function.Length - 1);
        Assert.Equal(typeof(double), function[rule.Wrt].ParameterType);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Names_arguments_as_the_function_does_where_there_are_several(string name)
    {
        Rule rule = Rule.Named(name);
        ParameterInfo[] function = rule.Function.GetParameters();
        ParameterInfo[] partial = rule.Partial.GetParameters();
        PartialOfAttribute of = rule.Partial.GetCustomAttribute<PartialOfAttribute>()!;

        if (function.Count(p => p.ParameterType == typeof(double)) > 1)
        {
            Assert.NotNull(of.Wrt);
            Assert.Equal([.. function.Select(p => p.Name), "result"], partial.Select(p => p.Name));
            Assert.Equal(of.Method + "By" + char.ToUpperInvariant(of.Wrt[0]) + of.Wrt[1..], rule.Partial.Name);
        }
        else
        {
            Assert.Null(of.Wrt);
            Assert.Equal("x", partial[0].Name);
            Assert.Equal("y", partial[^1].Name);
            Assert.Equal(of.Method, rule.Partial.Name);
        }
    }

    [Fact]
    public void Every_real_argument_has_one_rule()
    {
        foreach (IGrouping<MethodInfo, Rule> rules in Rule.All.GroupBy(r => r.Function))
        {
            int[] real = [.. rules.Key.GetParameters().Where(p => p.ParameterType == typeof(double)).Select(p => p.Position)];
            int[] ruled = [.. rules.Select(r => r.Wrt).Order()];
            Assert.True(real.SequenceEqual(ruled), $"{rules.Key} has rules by {string.Join(", ", ruled)}");
        }
    }

    [Fact]
    public void Functions_of_Math_are_named_by_Math()
    {
        foreach (Rule rule in Rule.All.Where(r => r.Function.DeclaringType == typeof(double)))
        {
            Type[] types = [.. rule.Function.GetParameters().Select(p => p.ParameterType)];
            Assert.True(typeof(Math).GetMethod(rule.Function.Name, types) is null, $"{rule.Function} is also one of Math's");
        }
    }

    [Fact]
    public void Domains_name_parameters_the_rule_has()
    {
        foreach (Rule rule in Rule.All)
        {
            foreach (DomainAttribute domain in rule.Partial.GetCustomAttributes<DomainAttribute>())
            {
                Assert.True(domain.Low < domain.High, $"{rule}: the interval is empty");
                Assert.True(domain.For is null || rule.Partial.GetParameters()[..^1].Any(p => p.Name == domain.For), $"{rule} has no {domain.For}");
            }
        }
    }
}
