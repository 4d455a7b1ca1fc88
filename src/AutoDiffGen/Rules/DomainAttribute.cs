using System;

namespace AutoDiffGen.Rules;

/// <summary>Where a rule is checked against differences: each real argument is drawn from this interval.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class DomainAttribute : Attribute
{
    public DomainAttribute(double low, double high)
    {
        Low = low;
        High = high;
    }

    public double Low { get; }

    public double High { get; }

    /// <summary>The parameter the interval is for; every real parameter where left out.</summary>
    public string? For { get; set; }
}
