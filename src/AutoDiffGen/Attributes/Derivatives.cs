namespace AutoDiffGen;

/// <summary>The derivatives a <see cref="DifferentiableAttribute"/> asks for.</summary>
[Flags]
public enum Derivatives
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The value and gradient (<c>Foo_Grad</c>), and the vector-Jacobian product (<c>Foo_Vjp</c>). The default.</summary>
    Gradient = 1,

    /// <summary>The Jacobian-vector product (<c>Foo_Jvp</c>).</summary>
    Jvp = 2,

    /// <summary>The Jacobian of written spans, <c>out</c> parameters, tuples and structs (<c>Foo_Jacobian</c>).</summary>
    Jacobian = 4,

    /// <summary>The Hessian-vector product of a scalar result (<c>Foo_Hvp</c>).</summary>
    Hvp = 8,

    /// <summary>The Hessian of a scalar result (<c>Foo_Hessian</c>).</summary>
    Hessian = 16,

    /// <summary>The original body over the runtime tape (<c>Foo_Lifted</c>).</summary>
    Lifted = 32,

    /// <summary>Every derivative that applies to the method.</summary>
    All = Gradient | Jvp | Jacobian | Hvp | Hessian | Lifted,
}
