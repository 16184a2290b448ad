import { useParams } from "react-router-dom";
import { RetirementRecord } from "./RetirementRecord";

export default function Retirement() {
  const { retirement } = useParams();
  return <RetirementRecord number={retirement ?? ""} />;
}
