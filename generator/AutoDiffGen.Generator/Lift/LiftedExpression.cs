namespace AutoDiffGen.Generator.Lift;

/// <summary>An expression of the lifted code.</summary>
/// <param name="Text">Its C#.</param>
/// <param name="IsValue">Whether its <c>double</c>s (itself, or a tuple's elements) became <c>Value</c>s; a constant stays a <c>double</c>.</param>
/// <param name="IsPrimary">Whether a member access may follow the text as it stands.</param>
internal readonly record struct LiftedExpression(string Text, bool IsValue, bool IsPrimary)
{
    public static LiftedExpression Primary(string text, bool isValue = false) => new(text, isValue, IsPrimary: true);

    public static LiftedExpression Compound(string text, bool isValue = false) => new(text, isValue, IsPrimary: false);

    /// <summary>The text where a member access follows.</summary>
    public string AsReceiver => IsPrimary ? Text : $"({Text})";

    /// <summary>The number itself: what the original expression was, without its derivative.</summary>
    public LiftedExpression AsData => IsValue ? Primary(AsReceiver + ".Data") : this;
}
