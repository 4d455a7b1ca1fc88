namespace AutoDiffGen;

/// <summary>Makes a parameter, field or property constant for differentiation: it gets no derivative parameter.</summary>
/// <remarks>Its initial content is constant; active values the method writes into it are still differentiated through.</remarks>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Field | AttributeTargets.Property)]
public sealed class NoGradAttribute : Attribute;
