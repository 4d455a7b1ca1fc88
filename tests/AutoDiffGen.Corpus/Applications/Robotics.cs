namespace AutoDiffGen.Corpus;

/// <summary>Kinematics, rotations and cameras, in scalars.</summary>
public static partial class Robotics
{
    [Differentiable, At(0.4, 0.7, -0.3, 1.0, 0.8, 0.5)]
    public static void ArmForwardKinematics(double a, double b, double c, double l1, double l2, double l3, out double x, out double y, out double heading)
    {
        double ab = a + b;
        heading = ab + c;
        x = l1 * Math.Cos(a) + l2 * Math.Cos(ab) + l3 * Math.Cos(heading);
        y = l1 * Math.Sin(a) + l2 * Math.Sin(ab) + l3 * Math.Sin(heading);
    }

    [Differentiable(Gradient | Lifted), At(0.4, 0.7, 1.0, 1.2)]
    public static double ArmTargetError(double a, double b, double targetX, double targetY)
    {
        ArmForwardKinematics(a, b, 0, 1, 0.8, 0, out double x, out double y, out _);
        double ex = x - targetX, ey = y - targetY;
        return ex * ex + ey * ey;
    }

    [Differentiable(Gradient | Lifted), At(0.9, 0.6, 1.0, 0.8, true), At(0.9, 0.6, 1.0, 0.8, false), Throws(typeof(ArgumentOutOfRangeException), 2.9, 0.6, 1.0, 0.8, true)]
    public static double ArmInverseKinematics(double x, double y, double l1, double l2, bool elbowUp)
    {
        double c = (x * x + y * y - l1 * l1 - l2 * l2) / (2 * l1 * l2);
        if (c is < -1 or > 1)
            throw new ArgumentOutOfRangeException(nameof(x), "out of reach");
        double s = Math.Sqrt(1 - c * c);
        if (!elbowUp)
            s = -s;
        return Math.Atan2(y, x) - Math.Atan2(l2 * s, l1 + l2 * c);
    }

    [Differentiable, At(0.8, 0.1, -0.5, 0.3, 1.0, 2.0, -0.7)]
    public static void QuaternionRotate(double w, double x, double y, double z, ref double px, ref double py, ref double pz)
    {
        double norm = 1 / Math.Sqrt(w * w + x * x + y * y + z * z);
        w *= norm;
        x *= norm;
        y *= norm;
        z *= norm;
        double tx = 2 * (y * pz - z * py);
        double ty = 2 * (z * px - x * pz);
        double tz = 2 * (x * py - y * px);
        double rx = px + w * tx + y * tz - z * ty;
        double ry = py + w * ty + z * tx - x * tz;
        double rz = pz + w * tz + x * ty - y * tx;
        px = rx;
        py = ry;
        pz = rz;
    }

    // Rodrigues' formula with its series near the identity, then a pinhole camera with radial distortion.
    [Differentiable, At(0.1, -0.2, 0.3, 0.5, -0.4, 4.0, 500.0, 0.1, 0.01, 1.0, 0.8, 2.0), At(1e-9, 2e-9, -1e-9, 0.5, -0.4, 4.0, 500.0, 0.1, 0.01, 1.0, 0.8, 2.0)]
    public static void Reproject(double rx, double ry, double rz, double tx, double ty, double tz, double focal, double k1, double k2, double px, double py, double pz, out double u, out double v)
    {
        Rotate(rx, ry, rz, ref px, ref py, ref pz);
        px += tx;
        py += ty;
        pz += tz;
        double a = px / pz, b = py / pz;
        double r2 = a * a + b * b;
        double scale = focal * (1 + r2 * (k1 + k2 * r2));
        u = scale * a;
        v = scale * b;
    }

    [Differentiable(Gradient | Lifted), At(0.1, -0.2, 0.3, 320.0, 240.0)]
    public static double ReprojectionError(double rx, double ry, double rz, double observedU, double observedV)
    {
        Reproject(rx, ry, rz, 0.5, -0.4, 4, 500, 0.1, 0.01, 1, 0.8, 2, out double u, out double v);
        double du = u - observedU, dv = v - observedV;
        return Math.Sqrt(du * du + dv * dv);
    }

    [Differentiable(Gradient | Lifted), At(0.8, 0.1, 0.9, -1.2)]
    public static double Haversine(double lat1, double lon1, double lat2, double lon2)
    {
        double a = Math.Sin((lat2 - lat1) / 2), b = Math.Sin((lon2 - lon1) / 2);
        return 2 * 6371 * Math.Asin(Math.Sqrt(a * a + Math.Cos(lat1) * Math.Cos(lat2) * b * b));
    }

    [Differentiable(Gradient | Lifted), At(0.8), At(-0.4)]
    public static double MercatorNorthing(double latitude) => Math.Log(Math.Tan(Math.PI / 4 + latitude / 2));

    [Differentiable(Gradient | Lifted), At(3.0, 4.0, 4.5)]
    public static double HeronArea(double a, double b, double c)
    {
        double s = (a + b + c) / 2;
        return Math.Sqrt(s * (s - a) * (s - b) * (s - c));
    }

    [Differentiable(Gradient | Lifted), At(3.0, 4.0, 1.1), At(1.0, 2.0, 2.5)]
    public static double LawOfCosines(double a, double b, double angle) => Math.Sqrt(a * a + b * b - 2 * a * b * Math.Cos(angle));

    [Differentiable, At(0.1, 0.2, 0.3, 1.0, 0.6, 0.2), At(0.1, 5.2, 0.3, 1.0, 0.1, 0.2)]
    public static bool RaySphere(double ox, double oy, double oz, double dx, double dy, double dz, out double distance)
    {
        double a = dx * dx + dy * dy + dz * dz;
        double b = ox * dx + oy * dy + (oz - 0.5) * dz;
        double c = ox * ox + oy * oy + (oz - 0.5) * (oz - 0.5) - 4;
        double discriminant = b * b - a * c;
        if (discriminant < 0)
        {
            distance = -1;
            return false;
        }

        distance = (-b + Math.Sqrt(discriminant)) / a;
        return true;
    }

    [Differentiable(Gradient | Lifted), At(1.0, 2.0, 0.4, 3.0, -1.0)]
    public static double BicycleModel(double x, double speed, double heading, double length, double steering) =>
        x + speed * 0.1 * Math.Cos(heading + speed * 0.1 / length * Math.Tan(steering));

    // A scalar Kalman update: three results through ref and out.
    [Differentiable(Gradient | Lifted), At(1.0, 0.5, 1.4, 0.2)]
    public static double KalmanUpdate(ref double state, ref double variance, double measurement, double noise)
    {
        double gain = variance / (variance + noise);
        double innovation = measurement - state;
        state += gain * innovation;
        variance *= 1 - gain;
        return innovation * innovation / (variance + noise);
    }

    private static void Rotate(double rx, double ry, double rz, ref double px, ref double py, ref double pz)
    {
        double theta2 = rx * rx + ry * ry + rz * rz;
        double cx = ry * pz - rz * py;
        double cy = rz * px - rx * pz;
        double cz = rx * py - ry * px;
        if (theta2 < 1e-12)
        {
            px += cx;
            py += cy;
            pz += cz;
            return;
        }

        double theta = Math.Sqrt(theta2);
        double s = Math.Sin(theta) / theta;
        double c = Math.Cos(theta);
        double dot = (rx * px + ry * py + rz * pz) * (1 - c) / theta2;
        px = px * c + cx * s + rx * dot;
        py = py * c + cy * s + ry * dot;
        pz = pz * c + cz * s + rz * dot;
    }
}
