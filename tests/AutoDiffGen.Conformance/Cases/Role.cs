using System.Reflection;
using System.Runtime.CompilerServices;
using AutoDiffGen.Corpus;

namespace AutoDiffGen.Conformance.Cases;

/// <summary>What a parameter is to differentiation.</summary>
internal sealed class Role(ParameterInfo parameter)
{
    public ParameterInfo Parameter { get; } = parameter;

    public int Index => Parameter.Position;

    public string Name => Parameter.Name!;

    /// <summary>The parameter's type, without the reference.</summary>
    public Type Type { get; } = parameter.ParameterType.IsByRef ? parameter.ParameterType.GetElementType()! : parameter.ParameterType;

    /// <summary>Whether null is an argument like any other, <c>double[]?</c>.</summary>
    public bool IsNullable { get; } = new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;

    public Passing Passing { get; } = PassingOf(parameter);

    public bool IsReal => Type == typeof(double) || Type == typeof(float);

    /// <summary>How the entries of an array or span are held; null for a scalar.</summary>
    public Layout? Layout { get; } = Layout.Of(parameter.ParameterType);

    public bool IsActive => (IsReal || Layout is { IsReal: true }) && !Parameter.IsDefined(typeof(NoGradAttribute));

    /// <summary>The type of the derivative by this parameter, without the reference.</summary>
    public Type DerivativeType => Layout is null ? Type : Layout.Derivative;

    /// <summary>Whether the method is differentiated by this parameter's initial content.</summary>
    public bool IsInput => IsActive && Passing != Passing.Out;

    /// <summary>Whether the parameter is a scalar whose final content is something to differentiate.</summary>
    public bool IsOutput => IsActive && Passing is (Passing.Ref or Passing.Out);

    /// <summary>Whether the parameter is an array or span that the method could write derivatives through.</summary>
    public bool IsActiveData => IsActive && Layout is not null;

    public bool IsByRef => Passing != Passing.Value;

    /// <summary>Whether the case says that the derivative by this parameter is zero everywhere.</summary>
    public bool HasZeroDerivative => Parameter.IsDefined(typeof(ZeroDerivativeAttribute));

    public static Passing PassingOf(ParameterInfo parameter)
    {
        if (!parameter.ParameterType.IsByRef)
            return Passing.Value;
        if (parameter.IsOut)
            return Passing.Out;
        if (parameter.IsDefined(typeof(RequiresLocationAttribute)))
            return Passing.RefReadOnly;
        return parameter.IsDefined(typeof(IsReadOnlyAttribute)) ? Passing.In : Passing.Ref;
    }
}
